// The examples of rules/mta/ run from the script to the mailer.
#include <gtest/gtest.h>

#include "engine/embedded/embedded.h"
#include "knowledge/catalogue.h"
#include "lowering/machine/machine_mailers.h"
#include "marked_source.h"
#include "value/text.h"

namespace smtplint::engine {
namespace {

using knowledge::Mta;
using knowledge::MtaExample;

/// A script on one virtual machine. `[[` and `]]` mark places.
class MachineScript {
 public:
  explicit MachineScript(std::string_view marked,
                         knowledge::EmbeddedKind kind = knowledge::EmbeddedKind::script)
      : places(add_marked(sources_, "setup.sh", marked)) {
    const std::string_view text = sources_.get(SourceId{0}).text();
    const Place whole{SourceId{0}, {0, static_cast<std::uint32_t>(text.size())}};
    const ProvenanceId origin = store_.step(How::literal, whole);
    TextBuilder builder(store_);
    builder.verbatim(text, whole, origin);
    lowered_.model.workloads.emplace_back();
    lowered_.embedded.push_back({model::Id<model::Workload>(0),
                                 "azurerm_linux_virtual_machine.app",
                                 "custom_data",
                                 kind,
                                 {},
                                 {},
                                 builder.finish(origin),
                                 {},
                                 false,
                                 {},
                                 {},
                                 false});
    const knowledge::Catalogue& catalogue = knowledge::Catalogue::built_in();
    events = read_embedded(lowered_, catalogue, store_).events;
    lowering::MachineMail mail = lowering::find_machine_mail(lowered_.machines, catalogue, store_, {});
    mailers = std::move(mail.mailers);
    gaps = std::move(mail.gaps);
    cut_off = std::move(mail.cut_off);
  }

  [[nodiscard]] const model::Mailer& only() const {
    if (mailers.size() != 1) throw std::to_string(mailers.size()) + " mailers";
    return mailers.front();
  }

 private:
  SourceStore sources_;
  ValueStore store_;
  lowering::Lowered lowered_;

 public:
  std::vector<Place> places;
  std::vector<model::Mailer> mailers;
  std::vector<Event> events, gaps, cut_off;
};

void check_example(const Mta& mta, const MtaExample& example) {
  SCOPED_TRACE(mta.program.id + ":\n" + example.script);
  const MachineScript machine(example.script);
  ASSERT_EQ(machine.mailers.size(), example.mailer ? 1u : 0u);
  EXPECT_TRUE(machine.gaps.empty());
  if (!example.mailer) return;
  const model::Mailer& mailer = machine.mailers.front();
  EXPECT_EQ(mailer.detector, mta.program.id);
  EXPECT_EQ(mailer.hosts.front().scope == Scope::recipient_mx, example.direct);
  if (example.direct) {
    EXPECT_EQ(mailer.delivery_stated, example.stated);
  }
  EXPECT_EQ(mailer.hosts.front().name.value_or(""), example.host);
  EXPECT_EQ(mailer.ports.front().number, example.port);
}

TEST(MailServers, DoWhatTheirExamplesSay) {
  std::size_t examples = 0;
  for (const Mta& mta : knowledge::Catalogue::built_in().mtas()) {
    for (const MtaExample& example : mta.examples) {
      check_example(mta, example);
      ++examples;
    }
  }
  EXPECT_GT(examples, 40u);
}

TEST(MailServers, AreMarkedAtTheirNarrowestPlace) {
  const MachineScript port("postconf -e 'relayhost = [smtp.sendgrid.net]:[[25]]'\n");
  EXPECT_EQ(port.only().ports.front().mark.place, port.places[0]);
  const MachineScript heredoc("cat > /etc/postfix/main.cf <<EOF\nrelayhost = [[smtp.sendgrid.net]]\nEOF\n");
  EXPECT_EQ(heredoc.only().hosts.front().mark.place, heredoc.places[0]);
  const MachineScript installed("apt-get install -y curl [[postfix]] git\n");
  EXPECT_EQ(installed.only().hosts.front().mark.place, installed.places[0]);
  const MachineScript variable("R='[smtp.sendgrid.net]:[[25]]'\npostconf -e \"relayhost = $R\"\n");
  EXPECT_EQ(variable.only().ports.front().mark.place, variable.places[0]);
}

/// The last word counts, and a file that is written as a whole forgets what was set before.
TEST(MailServers, AreWhatTheyAreAtTheEnd) {
  const auto port = [](std::string_view script) { return MachineScript(script).only().ports.front().number; };
  EXPECT_EQ(
      port("postconf -e 'relayhost = [a.contoso.com]:25'\npostconf -e 'relayhost = [a.contoso.com]:587'\n"),
      587);
  EXPECT_EQ(port("echo 'relayhost = [a.contoso.com]:587' >> /etc/postfix/main.cf\n"
                 "sed -i 's/^relayhost.*/relayhost = [a.contoso.com]:25/' /etc/postfix/main.cf\n"),
            25);
  const MachineScript replaced(
      "postconf -e 'relayhost = [a.contoso.com]:587'\necho 'x = y' > /etc/postfix/main.cf\n");
  EXPECT_EQ(replaced.only().hosts.front().scope, Scope::recipient_mx);
  EXPECT_TRUE(replaced.only().delivery_stated);
}

std::string hosts_and_ports(std::string_view script) {
  std::string text;
  for (const model::Mailer& mailer : MachineScript(script).mailers) {
    text += text.empty() ? "" : " ";
    text += mailer.hosts.front().name.value_or("?") + ":";
    const auto port = mailer.ports.front().number;
    text += port ? std::to_string(*port) : "?";
    if (!mailer.conditions.empty()) text += "?";
  }
  return text;
}

/// What two commands are told never meets.
TEST(MailServers, AreAsManyAsTheCommandsThatSend) {
  EXPECT_EQ(hosts_and_ports("swaks --server a.contoso.com --port 25\nswaks --server b.contoso.com -p 587\n"),
            "a.contoso.com:25 b.contoso.com:587");
  EXPECT_EQ(
      hosts_and_ports("swaks --server a.contoso.com\nif t; then swaks --server b.contoso.com -p 25; fi\n"),
      "a.contoso.com:25 b.contoso.com:25?");
  EXPECT_EQ(hosts_and_ports("for h in a b; do swaks --server $h.contoso.com --port 25; done\n"),
            "a.contoso.com:25 b.contoso.com:25");
  EXPECT_EQ(hosts_and_ports("#!/usr/bin/env pwsh\nSend-MailMessage -SmtpServer a.contoso.com -Port 25\n"
                            "Send-MailMessage -SmtpServer b.contoso.com -Port 587\n"),
            "a.contoso.com:25 b.contoso.com:587");
  EXPECT_EQ(hosts_and_ports("H=a.contoso.com\nswaks --server $H --port 25\nswaks --server $H --port 25\n"),
            "a.contoso.com:25 a.contoso.com:25")
      << "each has a port of its own";
  EXPECT_EQ(hosts_and_ports("H=a.contoso.com:25\nswaks --server $H\nif t; then swaks --server $H; fi\n"),
            "a.contoso.com:25")
      << "all that is said is said by the same words";
}

TEST(MailServers, SendToWhatAVariableNamesWhereTheCommandNamesNone) {
  const std::string head = "#!/usr/bin/env pwsh\n$PSEmailServer = 'a.contoso.com'\n";
  EXPECT_EQ(hosts_and_ports(head), "");
  EXPECT_EQ(hosts_and_ports(head + "Send-MailMessage -Port 587\n"), "a.contoso.com:587");
  EXPECT_EQ(hosts_and_ports(head + "Send-MailMessage -ComputerName b.contoso.com\n"), "b.contoso.com:25");
}

TEST(MailServers, AreTheObjectsThatAreMade) {
  const std::string head = "#!/usr/bin/env pwsh\n";
  const std::string both = head +
                           "$a = New-Object Net.Mail.SmtpClient('a.contoso.com', 25)\n"
                           "$b = [Net.Mail.SmtpClient]::new('b.contoso.com')\n";
  EXPECT_EQ(hosts_and_ports(both + "$b.Port = 587\n"), "a.contoso.com:25 b.contoso.com:587");
  EXPECT_EQ(hosts_and_ports(both + "$a.Port = 587\n"), "a.contoso.com:587 b.contoso.com:25");
  EXPECT_EQ(hosts_and_ports(both + "$c = New-Object Net.Sockets.TcpClient\n$c.Port = 587\n"),
            "a.contoso.com:25 b.contoso.com:25");
  EXPECT_EQ(hosts_and_ports(head + "New-SendConnector -Name a -SmartHosts a.contoso.com -Port 25\n"
                                   "New-SendConnector -Name b -SmartHosts b.contoso.com -Port 25\n"
                                   "Set-SendConnector -Identity A -Port 587\n"),
            "a.contoso.com:587 b.contoso.com:25");
}

TEST(MailServers, StandInSectionsAndLinesOfOneFile) {
  const std::string file =
      "cat > /etc/msmtprc <<EOF\ndefaults\nport 587\naccount a\nhost a.contoso.com\n"
      "account b\nhost b.contoso.com\nport 25\naccount c : b, a\naccount default : a\nEOF\n";
  EXPECT_EQ(hosts_and_ports(file), "a.contoso.com:587 b.contoso.com:25");
  EXPECT_EQ(hosts_and_ports(file + "printf 'account d\\nhost d.contoso.com\\n' >> /etc/msmtprc\n"),
            "a.contoso.com:587 b.contoso.com:25 d.contoso.com:587");
  EXPECT_EQ(
      hosts_and_ports(file + "echo 'account d' >> /etc/msmtprc\necho 'host d.contoso.com' >> /etc/msmtprc\n"),
      "a.contoso.com:587 b.contoso.com:25 d.contoso.com:587");
  EXPECT_EQ(hosts_and_ports(file + "echo 'host d.contoso.com' > /etc/msmtprc\n"), "d.contoso.com:25");
  EXPECT_EQ(hosts_and_ports(file + "sed -i 's/^port .*/port 465/' /etc/msmtprc\n"),
            "a.contoso.com:? b.contoso.com:?")
      << "it is not known in which section";
  EXPECT_EQ(hosts_and_ports("printf '%s\\n' 'a.contoso.com smtp port=587' 'b.contoso.com smtp' > "
                            "/etc/nullmailer/remotes\n"),
            "a.contoso.com:587 b.contoso.com:25");
}

TEST(MailServers, DeliverAsTheLinesOfTheirFileSay) {
  const std::string begin = "apk add opensmtpd\ncat > /etc/smtpd.conf <<EOF\n";
  EXPECT_EQ(
      hosts_and_ports(begin + "action \"a\" relay host smtp://a.contoso.com:587\naction \"b\" relay\nEOF\n"),
      "a.contoso.com:587 ?:25");
  EXPECT_EQ(hosts_and_ports(begin + "action \"a\" mbox\nEOF\n"), "");
  EXPECT_EQ(hosts_and_ports(begin + "listen on lo\nEOF\n"), "?:25");
}

TEST(MailServers, HaveAnOpenRelayWhereTheirFileIsNotKnown) {
  for (const auto* script :
       {"apt-get install -y postfix\ncp main.cf /etc/postfix/main.cf\n",
        "apt-get install -y postfix\ncurl -o /etc/postfix/main.cf https://contoso.com/main.cf\n",
        "apt-get install -y postfix\nenvsubst < a > /etc/postfix/main.cf\n",
        "apt-get install -y postfix\npostconf -e \"relayhost = $RELAY\"\n"}) {
    const MachineScript machine(script);
    SCOPED_TRACE(script);
    EXPECT_FALSE(machine.only().hosts.front().name);
    EXPECT_EQ(machine.only().hosts.front().scope, Scope::unknown);
    EXPECT_FALSE(machine.only().ports.front().number);
  }
  const MachineScript only_read("apt-get install -y postfix\nchmod 644 /etc/postfix/main.cf\n");
  EXPECT_EQ(only_read.only().hosts.front().scope, Scope::recipient_mx);
}

TEST(MailServers, HangOnTheBranchesOfAScript) {
  const MachineScript installed("if [ -n \"$MAIL\" ]; then apt-get install -y postfix; fi\n");
  ASSERT_EQ(installed.only().conditions.size(), 1u);
  EXPECT_EQ(installed.only().conditions.front().kind, model::Condition::Kind::script_branch);
  const MachineScript relayed(
      "apt-get install -y postfix\nif [ -n \"$MAIL\" ]; then postconf -e 'relayhost = [a.contoso.com]:587'; "
      "fi\n");
  ASSERT_EQ(relayed.only().hosts.size(), 2u);
  EXPECT_TRUE(relayed.only().conditions.empty());
  const MachineScript both(
      "if [ -n \"$MAIL\" ]; then R=a.contoso.com; else R=b.contoso.com; fi\npostconf -e \"relayhost = "
      "[$R]:25\"\n");
  ASSERT_EQ(both.only().hosts.size(), 2u);
  EXPECT_EQ(both.only().hosts[0].name, "a.contoso.com");
  EXPECT_EQ(both.only().hosts[1].name, "b.contoso.com");
}

/// Words that look like a mail server's and are not.
TEST(MailServers, AreNotSeenInOtherWords) {
  for (const auto* script :
       {"apt-get install -y postfix-policyd-spf-python-doc\necho postfix\n",
        "cat > /etc/fail2ban/jail.local <<EOF\n[postfix]\nport = smtp,465,submission\nEOF\n",
        "# apt-get install -y postfix\n", "apt-get remove -y postfix\n", "apt-get install -y mailutils\n",
        "install_it() { apt-get install -y postfix; }\n", "smtpd_banner=1\nsystemctl stop postfix\n"}) {
    SCOPED_TRACE(script);
    EXPECT_TRUE(MachineScript(script).mailers.empty() ||
                std::string_view(script).starts_with("apt-get install -y postfix-"));
  }
}

TEST(MailServers, DeliverWhateverTheyListenOn) {
  const MachineScript machine("apt-get install -y postfix\npostconf -e 'inet_interfaces = loopback-only'\n");
  EXPECT_EQ(machine.only().hosts.front().scope, Scope::recipient_mx);
  EXPECT_FALSE(machine.only().delivery_stated);
  EXPECT_TRUE(MachineScript("apt-get install -y postfix\npostconf -e 'default_transport = error:no mail'\n")
                  .mailers.empty());
}

TEST(MailServers, AreSetUpInManyWords) {
  const auto direct = [](std::string_view script) {
    const MachineScript machine(script);
    return machine.mailers.size() == 1 && machine.only().hosts.front().scope == Scope::recipient_mx;
  };
  EXPECT_TRUE(direct("sudo -E DEBIAN_FRONTEND=noninteractive apt-get -qq install -y postfix\n"));
  EXPECT_TRUE(direct("PKGS=(git postfix)\napt-get install -y \"${PKGS[@]}\"\n"));
  EXPECT_TRUE(direct("PKGS='git postfix'\napt-get install -y $PKGS\n"));
  EXPECT_TRUE(direct("for p in git postfix; do yum -y install $p; done\n"));
  EXPECT_TRUE(direct("setup() { apt-get install -y \"$1\"; }\nsetup postfix\n"));
  EXPECT_TRUE(direct("bash -c 'apt-get update && apt-get install -y postfix'\n"));
  EXPECT_TRUE(
      direct("cat <<END | sudo su -c debconf-set-selections\n"
             "postfix postfix/main_mailer_type select Internet Site\nEND\n"));
  EXPECT_TRUE(
      direct("cat > /tmp/answers <<END\npostfix\tpostfix/main_mailer_type\tselect\tInternet Site\nEND\n"
             "debconf-set-selections /tmp/answers\n"));
}

TEST(MailServers, AreSetUpByCloudInit) {
  const MachineScript machine(
      "#cloud-config\n"
      "packages: [postfix]\n"
      "write_files:\n"
      "  - path: /etc/postfix/main.cf\n"
      "    content: |\n"
      "      myhostname = a\n"
      "      relayhost = [smtp.sendgrid.net]:[[25]]\n"
      "runcmd:\n"
      "  - [systemctl, restart, postfix]\n",
      knowledge::EmbeddedKind::cloud_init);
  EXPECT_EQ(machine.only().ports.front().mark.place, machine.places[0]);
  const MachineScript commands(
      "#cloud-config\nruncmd:\n  - export R=smtp.sendgrid.net\n  - R=smtp.sendgrid.net\n"
      "  - postconf -e \"relayhost=[$R]:[[25]]\"\n",
      knowledge::EmbeddedKind::cloud_init);
  EXPECT_EQ(commands.only().hosts.front().name, "smtp.sendgrid.net");
  EXPECT_EQ(commands.only().ports.front().mark.place, commands.places[0]);
}

TEST(MailServers, AreSetUpByMessagesOfSeveralParts) {
  const MachineScript machine(
      "Content-Type: multipart/mixed; boundary=\"==B==\"\nMIME-Version: 1.0\n\n"
      "--==B==\nContent-Type: text/cloud-config\n\n#cloud-config\npackages: [postfix]\n"
      "--==B==\nContent-Type: text/x-shellscript\n\n#!/bin/sh\npostconf -e "
      "'relayhost=[a.contoso.com]:[[25]]'\n"
      "--==B==--\n",
      knowledge::EmbeddedKind::cloud_init);
  EXPECT_EQ(machine.only().ports.front().mark.place, machine.places[0]);
}

/// What does not parse is said where there is mail; what is cut off is said in any case.
TEST(MailServers, SayWhatCouldNotBeRead) {
  const std::string deep = "bash -c \"bash -c 'bash -c \\\"bash -c \\\\\\\"bash -c x\\\\\\\"\\\"'\"\n";
  EXPECT_TRUE(MachineScript(deep).gaps.empty());
  ASSERT_EQ(MachineScript(deep).cut_off.size(), 1u);
  EXPECT_EQ(MachineScript(deep).cut_off.front().detail, "embedded-depth");
  EXPECT_EQ(MachineScript("apt-get install -y postfix\n" + deep).gaps.size(), 1u);
  const MachineScript broken("apt-get install -y postfix\nif then fi (\n");
  EXPECT_EQ(broken.gaps.size(), 1u);
  EXPECT_TRUE(MachineScript("if then fi (\n").gaps.empty());
}

}  // namespace
}  // namespace smtplint::engine
