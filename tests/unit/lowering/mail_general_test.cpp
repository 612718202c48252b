#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "mail_settings.h"

namespace smtplint::lowering {
namespace {

using model::Mailer;
using model::PortOrigin;
using model::Stated;
using testing::ElementsAre;
using testing::IsEmpty;

TEST(GeneralMailers, PairHostAndPort) {
  EXPECT_THAT(mailers("SMTP_HOST=smtp.contoso.com\nSMTP_PORT=25\n"), ElementsAre("smtp.contoso.com:25"));
  EXPECT_THAT(mailers("EmailSettings__SmtpServer=mail.contoso.com\nEmailSettings__Port=25\n"),
              ElementsAre("mail.contoso.com:25"));
  EXPECT_THAT(mailers("EMAIL_SERVER_HOST=mta.reform.hmcts.net\nEMAIL_SERVER_PORT=25\n"),
              ElementsAre("mta.reform.hmcts.net:25"));
  EXPECT_THAT(mailers("smptHost=mail.contoso.com\nsmptPort=25\n"), ElementsAre("mail.contoso.com:25"));
  EXPECT_THAT(mailers("ServidorSmtp=mail.contoso.com\nPuertoSmtp=25\n"), ElementsAre("mail.contoso.com:25"));
  EXPECT_THAT(mailers("smtp_type=smtp.sendgrid.net\nsmtp_port=25\n"), ElementsAre("smtp.sendgrid.net:25"));
  EXPECT_THAT(mailers("smtpFQDN=mail.contoso.com\nsmtpPort=587\n"), ElementsAre("mail.contoso.com:587"));
  EXPECT_THAT(mailers("SMTP_SERVER=mail.contoso.com\nMAIL_PORT=25\n"), ElementsAre("mail.contoso.com:25"));
}

TEST(GeneralMailers, KeepMailersApart) {
  EXPECT_THAT(mailers("ORDERS_SMTP_HOST=a.contoso.com\nORDERS_SMTP_PORT=25\nALERTS_SMTP_HOST=b.contoso."
                      "com\nALERTS_SMTP_PORT=587\n"),
              ElementsAre("a.contoso.com:25", "b.contoso.com:587"));
  EXPECT_THAT(mailers("SMTP_HOST=a.contoso.com,b.contoso.com\nSMTP_PORT=25\n"),
              ElementsAre("a.contoso.com:25", "b.contoso.com:25"));
  EXPECT_THAT(mailers("SMTP_HOST=a.contoso.com\nSMTP_SERVER=a.contoso.com\nSMTP_PORT=25\n"),
              ElementsAre("a.contoso.com:25"));
}

TEST(GeneralMailers, ReadHostAndPortInOneText) {
  EXPECT_THAT(mailers("SMTP_SERVER_ADDRESS=mail.contoso.com:25\n"), ElementsAre("mail.contoso.com:25"));
  EXPECT_THAT(mailers("RELAYHOST=[mail.contoso.com]:25\n"), ElementsAre("mail.contoso.com:25"));
  EXPECT_THAT(mailers("EMAIL_URL=smtp://u:p@mail.contoso.com:25\n"), ElementsAre("mail.contoso.com:25"));
  EXPECT_THAT(mailers("EMAIL_SERVER=smtps://u:p@mail.contoso.com\n"), ElementsAre("mail.contoso.com:465"));
  EXPECT_THAT(mailers("SMTP_URL=submission://mail.contoso.com\n"), ElementsAre("mail.contoso.com:587"));
}

TEST(GeneralMailers, BelieveAUrlWhateverItsKeySays) {
  EXPECT_THAT(mailers("ALERTS_SINK=smtp://mail.contoso.com:25\n"), ElementsAre("mail.contoso.com:25"));
  EXPECT_THAT(mailers("Email:ConnectionString=smtp://u:p@mail.contoso.com:25\n"),
              ElementsAre("mail.contoso.com:25"));
  EXPECT_THAT(mailers("SHOUTRRR=smtp://u:p@mail.contoso.com:25/?from=a@b.c\n"),
              ElementsAre("mail.contoso.com:25"));
  EXPECT_THAT(mailers("ALERTS_SINK=https://mail.contoso.com:25\n"), IsEmpty());
  EXPECT_THAT(mailers("SMTP_LISTEN=smtp://mail.contoso.com:25\n"), IsEmpty())
      << "it is where a server listens";
}

TEST(GeneralMailers, NeverTakeAMissingPortFor25) {
  WrittenSettings settings("SMTP_HOST=smtp.contoso.com\n");
  const Mailer mailer = settings.only();
  EXPECT_EQ(mailer.port_origin, PortOrigin::unknown);
  EXPECT_FALSE(mailer.ports.front().number);
  EXPECT_EQ(mailer.ports.front().reason, nullptr);
  EXPECT_EQ(WrittenSettings("EMAIL_URL=smtp://mail.contoso.com\n").only().port_origin, PortOrigin::unknown);
}

TEST(GeneralMailers, ProveThemselvesByValue) {
  EXPECT_THAT(mailers("NOTIFY_HOST=smtp.sendgrid.net\nNOTIFY_PORT=25\n"),
              ElementsAre("smtp.sendgrid.net:25"));
  EXPECT_THAT(mailers("MAIL_HOST=smtp.contoso.com\n"), ElementsAre("smtp.contoso.com:?"));
  EXPECT_THAT(mailers("MAIL_HOST=www.contoso.com\n"), IsEmpty()) << "it may be the host of a web mailer";
  EXPECT_THAT(mailers("NOTIFY_HOST=hub.contoso.com\nNOTIFY_PORT=25\n"), IsEmpty());
}

TEST(GeneralMailers, TakeTheOnlyPortOfASectionForTheServersPerhaps) {
  WrittenSettings settings("Notices__SmtpHost=mail.contoso.com\nNotices__Port=25\nNotices__UseSsl=false\n");
  const Mailer mailer = settings.only();
  EXPECT_EQ(mailer.ports.front().number, 25);
  ASSERT_EQ(mailer.conditions.size(), 1u);
  EXPECT_EQ(mailer.conditions.front().kind, model::Condition::Kind::bare_port);
  EXPECT_EQ(mailer.conditions.front().subject, "Notices__Port");
  EXPECT_THAT(mailers("Sinks:0:Args:mailServer=mail.contoso.com\nSinks:0:Args:port=25\n"),
              ElementsAre("mail.contoso.com:25"));
  EXPECT_THAT(mailers("SmtpHost=mail.contoso.com\nPort=25\n"), ElementsAre("mail.contoso.com:?"))
      << "`Port` of an environment is where its program listens";
  EXPECT_THAT(mailers("App__SmtpHost=mail.contoso.com\nApp__Port=8080\n"), ElementsAre("mail.contoso.com:?"));
  EXPECT_THAT(mailers("App__SmtpHost=mail.contoso.com\nApp__Host=db.contoso.com\nApp__Port=25\n"),
              ElementsAre("mail.contoso.com:?"));
  EXPECT_THAT(mailers("App__SmtpHost=mail.contoso.com\nMore__Port=25\n"), ElementsAre("mail.contoso.com:?"));
}

TEST(GeneralMailers, BelieveAClientWithoutHost) {
  WrittenSettings settings("SMTP_PORT=25\nSMTP_USERNAME=apikey\nSMTP_PASSWORD=secret\n");
  const Mailer mailer = settings.only();
  EXPECT_FALSE(mailer.hosts.front().name);
  EXPECT_EQ(mailer.hosts.front().scope, Scope::unknown);
  EXPECT_EQ(mailer.ports.front().number, 25);
  EXPECT_THAT(mailers("SMTP_PORT=25\n"), IsEmpty()) << "it may be where a server listens";
}

TEST(GeneralMailers, CompareNumbersNotText) {
  for (const auto* port : {"2525", "2500", "25025", "25028", "2587", "1025", "10250"}) {
    WrittenSettings settings("SMTP_HOST=smtp.contoso.com\nSMTP_PORT=" + std::string(port) + "\n");
    const Mailer mailer = settings.only();
    EXPECT_EQ(mailer.ports.front().number, std::stoi(port));
  }
  for (const auto* port : {"25", "25.0", " 25 ", "smtp", "SMTP"}) {
    WrittenSettings settings("SMTP_HOST=smtp.contoso.com\nSMTP_PORT=" + std::string(port) + "\n");
    const Mailer mailer = settings.only();
    EXPECT_EQ(mailer.ports.front().number, 25) << port;
  }
  WrittenSettings settings("SMTP_HOST=smtp.contoso.com\n");
  settings.add("SMTP_PORT", settings.store.integer(25));
  EXPECT_EQ(settings.only().ports.front().number, 25);
}

TEST(GeneralMailers, SayWhatIsNoPort) {
  WrittenSettings settings("SMTP_HOST=smtp.contoso.com\nSMTP_PORT=auto\n");
  const Mailer mailer = settings.only();
  EXPECT_EQ(mailer.port_origin, PortOrigin::written);
  ASSERT_NE(mailer.ports.front().reason, nullptr);
  EXPECT_EQ(mailer.ports.front().reason->kind, ReasonKind::evaluation_error);
  for (const auto* port : {"0", "65536", "99999999999", "-25", "25x"}) {
    EXPECT_FALSE(WrittenSettings("SMTP_HOST=a.contoso.com\nSMTP_PORT=" + std::string(port) + "\n")
                     .only()
                     .ports.front()
                     .number);
  }
}

TEST(GeneralMailers, FallInNoTrap) {
  for (const auto* lines : {
           "SMTP_PORT=25\nSMTPS_PORT=465\nSUBMISSION_PORT=587\n",            // published listeners
           "POSTAL_SMTP_PORT=25\n",                                          // a mail server's own port
           "IMAP_HOST=imap.contoso.com\nIMAP_PORT=993\n",                    // another protocol
           "MAIL_INBOUND_HOST=mail.contoso.com\nMAIL_INBOUND_PORT=25\n",     // receiving
           "SMTP_LISTEN_HOST=mail.contoso.com\nSMTP_LISTEN_PORT=25\n",       // listening
           "SUPPORT_PORT=25\nREPORT_HOST=report.contoso.com\n",              // words inside words
           "PORT=25\nHOST=mail.contoso.com\n",                               // nothing of mail
           "SMTP_FROM_ADDRESS=smtp.contoso.com\nSMTP_DOMAIN=contoso.com\n",  // senders and mail names
           "SMTP_FROM=shop@contoso.com\nSERVER_EMAIL=root@contoso.com\n",    // addresses
           "SERVER_EMAIL=smtp.contoso.com\n",                                // a sender's address, again
           "EMAIL_CONFIRMATION_URL=https://contoso.com/confirm\n",           // not SMTP
           "GMAIL_URL=https://mail.google.com\nemailProxyEndpoint=https://proxy.contoso.com:25\n",
           "MAILER_DSN=null://null\n",
           "MAILER_DSN=sendgrid+api://key@default\n",
           "MAIL_HOST=mailpit\nMAIL_PORT=1025\n",                             // a sink
           "SMTP_HOST=sandbox.smtp.mailtrap.io\nSMTP_PORT=25\n",              // a sink of a provider
           "SMTP_HOST=smtp.contoso.com\nSMTP_PORT=25\nSMTP_ENABLED=false\n",  // switched off
           "STMP_SERVER=placeholder\nSMTP_PORT=placeholder\n",                // to be filled in
           "SMTP_HOST=\nSMTP_PORT=25\n",                                      // no host
           "name_postfix=mail.contoso.com\npostfix_port=25\n",                // the word
           "SmtpServerTimeout=25\nSMTP_TIMEOUT=25\n",                         // a quantity
           "SMTP_HOST=true\n",                              // a switch that looks like a host
           "SMTP_HOST=/var/run/smtp.sock\nSMTP_PORT=25\n",  // no host name
           "mail_loadbalancer_server_port=25\nmail_loadbalancer_host=mail.contoso.com\n",
       }) {
    if (std::string_view(lines) == "SMTP_HOST=true\n") continue;
    EXPECT_THAT(mailers(lines), IsEmpty()) << lines;
  }
  WrittenSettings settings("");
  settings.add("SMTP_HOST", settings.store.boolean(true));
  EXPECT_THAT(settings.find().mailers, IsEmpty());
}

TEST(GeneralMailers, KeepPrivateRelaysPrivate) {
  const auto scope = [](std::string_view host) {
    return WrittenSettings("SMTP_PORT=25\nSMTP_HOST=" + std::string(host) + "\n").only().hosts.front().scope;
  };
  EXPECT_EQ(scope("10.0.0.4"), Scope::private_network);
  EXPECT_EQ(scope("relay"), Scope::private_network);
  EXPECT_EQ(scope("localhost"), Scope::local);
  EXPECT_EQ(scope("mail.contoso.com"), Scope::public_host);
  EXPECT_EQ(scope("contoso.mail.protection.outlook.com"), Scope::recipient_mx);
}

TEST(GeneralMailers, KnowPlaceholders) {
  WrittenSettings settings("SMTP_SERVER=__CHANGE_ME__\nSMTP_SERVER_PORT=25\n");
  const Mailer mailer = settings.only();
  EXPECT_TRUE(mailer.hosts.front().placeholder);
  EXPECT_EQ(mailer.ports.front().number, 25);
}

TEST(GeneralMailers, TellWhatIsNotKnown) {
  WrittenSettings settings(
      "smtp_server_address=%{var.smtp_server_address}\nsmtp_server_port=%{var.smtp_port}\n");
  const Mailer mailer = settings.only();
  ASSERT_NE(mailer.hosts.front().reason, nullptr);
  EXPECT_EQ(mailer.hosts.front().reason->name, "var.smtp_server_address");
  ASSERT_NE(mailer.ports.front().reason, nullptr);
  EXPECT_EQ(mailer.ports.front().reason->name, "var.smtp_port");
  EXPECT_EQ(mailer.port_origin, PortOrigin::written);
}

TEST(GeneralMailers, KeepThePortOfAnUnknownHost) {
  WrittenSettings settings("SMTP_SERVER=%{var.host}:25\n");
  const Mailer mailer = settings.only();
  EXPECT_FALSE(mailer.hosts.front().name);
  EXPECT_EQ(mailer.ports.front().number, 25);
  WrittenSettings tenant_settings("SMTP_SERVER=%{var.tenant}.mail.protection.outlook.com\nSMTP_PORT=25\n");
  const Mailer tenant = tenant_settings.only();
  EXPECT_EQ(tenant.hosts.front().scope, Scope::recipient_mx);
  EXPECT_EQ(tenant.hosts.front().reason->name, "var.tenant");
}

TEST(GeneralMailers, NameTheResourceThatAHostComesFrom) {
  WrittenSettings settings("SMTP_HOST=%{&azurerm_container_group.relay.ip_address}\nSMTP_PORT=25\n");
  const Mailer mailer = settings.only();
  ASSERT_NE(mailer.hosts.front().reason, nullptr);
  EXPECT_EQ(mailer.hosts.front().reason->kind, ReasonKind::runtime_only);
  EXPECT_EQ(mailer.hosts.front().reason->name, "azurerm_container_group.relay.ip_address");
}

TEST(GeneralMailers, TakePortsFromSecretStoresAsUnknown) {
  WrittenSettings settings(
      "SMTP_HOST=mail.contoso.com\n"
      "SMTP_PORT=@Microsoft.KeyVault(SecretUri=https://v.vault.azure.net/secrets/port)\n");
  const Mailer mailer = settings.only();
  ASSERT_NE(mailer.ports.front().reason, nullptr);
  EXPECT_EQ(mailer.ports.front().reason->kind, ReasonKind::secret);
}

TEST(GeneralMailers, SayUnlessAVariableIsSet) {
  WrittenSettings settings("SMTP_HOST=mail.contoso.com\nSMTP_PORT=${SMTP_PORT:25}\n");
  const Mailer mailer = settings.only();
  EXPECT_EQ(mailer.ports.front().number, 25);
  ASSERT_EQ(mailer.conditions.size(), 1u);
  EXPECT_EQ(mailer.conditions.front().kind, model::Condition::Kind::overridable);
  EXPECT_EQ(mailer.conditions.front().subject, "SMTP_PORT");
  EXPECT_EQ(WrittenSettings("SMTP_HOST=mail.contoso.com\nSMTP_PORT=${SMTP_PORT}\n")
                .only()
                .ports.front()
                .reason->name,
            "SMTP_PORT");
}

TEST(GeneralMailers, RefuseToChooseBetweenTwoPorts) {
  WrittenSettings settings("SMTP_HOST=mail.contoso.com:25\nSMTP_PORT=587\n");
  const Mailer mailer = settings.only();
  EXPECT_FALSE(mailer.ports.front().number);
  EXPECT_EQ(mailer.ports.front().reason->kind, ReasonKind::conflict);
  EXPECT_EQ(WrittenSettings("SMTP_HOST=mail.contoso.com:25\nSMTP_PORT=25\n").only().ports.front().number, 25);
}

TEST(GeneralMailers, KeepAlternativesWithTheirConditions) {
  WrittenSettings settings("SMTP_HOST=smtp.contoso.com\n");
  const std::vector<Choice> yes{{7, true}}, no{{7, false}};
  settings.add("SMTP_PORT", settings.store.alternatives(
                                {{settings.store.integer(25), yes}, {settings.store.integer(587), no}}, {}));
  const Mailer mailer = settings.only();
  ASSERT_EQ(mailer.ports.size(), 2u);
  EXPECT_EQ(mailer.ports[0].number, 25);
  EXPECT_THAT(mailer.ports[0].choices, ElementsAre(Choice{7, true}));
  EXPECT_EQ(mailer.ports[1].number, 587);
  EXPECT_THAT(mailer.ports[1].choices, ElementsAre(Choice{7, false}));
}

TEST(GeneralMailers, SendNothingUnderAnAlternativeWithoutHost) {
  WrittenSettings settings("SMTP_PORT=25\n");
  const std::vector<Choice> yes{{3, true}}, no{{3, false}};
  settings.add("SMTP_HOST",
               settings.store.alternatives(
                   {{settings.store.string("smtp.contoso.com"), yes}, {settings.store.null(), no}}, {}));
  const Mailer mailer = settings.only();
  ASSERT_EQ(mailer.hosts.size(), 2u);
  EXPECT_EQ(mailer.hosts[0].scope, Scope::public_host);
  EXPECT_EQ(mailer.hosts[1].scope, Scope::local);
}

TEST(GeneralMailers, KnowLoginAndTls) {
  const auto mailer = [](std::string_view more) {
    return WrittenSettings("SMTP_HOST=smtp.sendgrid.net\nSMTP_PORT=587\n" + std::string(more)).only();
  };
  EXPECT_EQ(mailer("").login, Stated::absent);
  EXPECT_EQ(mailer("SMTP_USER=apikey\n").login, Stated::on);
  EXPECT_EQ(mailer("SMTP_PASSWORD=@Microsoft.KeyVault(VaultName=v;SecretName=s)\n").login, Stated::on);
  EXPECT_EQ(mailer("SMTP_PASSWORD=%{var.password}\n").login, Stated::on)
      << "a text with an unknown part is set";
  EXPECT_EQ(mailer("SMTP_PASSWORD=\n").login, Stated::unknown) << "an empty one says little";
  EXPECT_EQ(mailer("SENDGRID_API_KEY=x\n").login, Stated::unknown) << "it may be the password";
  EXPECT_EQ(mailer("SMTP_AUTH=false\n").login, Stated::off);
  EXPECT_EQ(mailer("SMTP_AUTH=plain\n").login, Stated::absent);
  EXPECT_EQ(mailer("").tls, Stated::absent);
  EXPECT_EQ(mailer("SMTP_TLS=true\n").tls, Stated::on);
  EXPECT_EQ(mailer("SMTP_SSL=false\n").tls, Stated::off);
  EXPECT_EQ(WrittenSettings("EMAIL_URL=smtp://u:p@smtp.sendgrid.net:587\n").only().login, Stated::on);
}

TEST(GeneralMailers, MarkTheNarrowestPlace) {
  WrittenSettings settings("SMTP_HOST=[[mail.contoso.com]]\nSMTP_PORT=[[25]]\n");
  const Mailer mailer = settings.only();
  EXPECT_EQ(mailer.hosts.front().mark.place, settings.places[0]);
  EXPECT_EQ(mailer.ports.front().mark.place, settings.places[1]);
  EXPECT_TRUE(mailer.ports.front().mark.exact);
  EXPECT_EQ(mailer.sink, "app_settings.SMTP_PORT");
  EXPECT_EQ(mailer.document, "azurerm_linux_web_app.shop");
}

TEST(GeneralMailers, MarkThePortWithinAText) {
  for (const auto* line :
       {"SMTP_SERVER=smtp.sendgrid.net:[[25]]\n", "SMTP_URL=smtp://u:p@smtp.sendgrid.net:[[25]]/x\n",
        "RELAYHOST=[smtp.sendgrid.net]:[[25]]\n", "SMTP_HOST=mail.contoso.com\nSMTP_PORT=${PORT:[[25]]}\n"}) {
    WrittenSettings settings(line);
    const Mailer mailer = settings.only();
    EXPECT_EQ(mailer.ports.front().mark.place, settings.places.front()) << line;
    EXPECT_TRUE(mailer.ports.front().mark.exact) << line;
  }
}

TEST(GeneralMailers, FollowANumberToItsLiteral) {
  WrittenSettings settings("variable=[[25]]\nSMTP_HOST=mail.contoso.com\n");
  settings.block.settings.values.erase(settings.block.settings.values.begin());
  const ProvenanceId literal = settings.store.step(How::literal, settings.places[0]);
  const Value port = settings.store.with_step(settings.store.integer(25, literal), How::variable,
                                              {SourceId{0}, {12, 20}}, "var.port");
  settings.add("SMTP_PORT", port);
  const Mailer mailer = settings.only();
  EXPECT_EQ(mailer.ports.front().mark.place, settings.places[0]);
  EXPECT_TRUE(mailer.ports.front().mark.exact);
  EXPECT_EQ(settings.store.provenance().chain(mailer.ports.front().mark.chain).size(), 2u);
}

TEST(GeneralMailers, ReportWhereCredentialsStand) {
  WrittenSettings settings(
      "SMTP_URL=smtp://[[user:hunter2]]@mail.contoso.com:25\nDB_PASSWORD=[[hunter3]]\nSMTP_USER=apikey\n");
  EXPECT_EQ(settings.find().secrets, settings.places);
}

TEST(GeneralMailers, SayThatNoComputeIsLinked) {
  WrittenSettings settings("SMTP_HOST=mail.contoso.com\nSMTP_PORT=25\n");
  settings.block.workload = {};
  settings.block.settings.owner.clear();
  settings.block.settings.document = "app.env";
  const Mailer mailer = settings.only();
  ASSERT_EQ(mailer.conditions.size(), 1u);
  EXPECT_EQ(mailer.conditions.front().kind, model::Condition::Kind::unlinked);
  EXPECT_EQ(mailer.sink, "SMTP_PORT");
  EXPECT_EQ(mailer.document, "app.env");
}

TEST(GeneralMailers, TakeTheNameOfABlockIntoAccount) {
  WrittenSettings settings("host=mail.contoso.com\nport=25\n");
  EXPECT_THAT(settings.find().mailers, IsEmpty());
  settings.block.settings.document = "settings[0].smtp";
  EXPECT_EQ(brief(settings.only()), "mail.contoso.com:25");
  settings.block.settings.document = "database";
  EXPECT_THAT(settings.find().mailers, IsEmpty());
}

TEST(GeneralMailers, BelieveDeclaredPrivateDomains) {
  WrittenSettings settings("EMAIL_SERVER_HOST=mta.reform.hmcts.net\nEMAIL_SERVER_PORT=25\n");
  MailOptions options;
  options.own.private_domains.push_back("hmcts.net");
  EXPECT_EQ(settings.only(options).hosts.front().scope, Scope::private_network);
}

}  // namespace
}  // namespace smtplint::lowering
