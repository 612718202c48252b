#pragma once

#include <memory>
#include <string>

#include "diagnostic/report.h"
#include "marked_source.h"

namespace smtplint::report {

/// A hand-made report with everything that is hard to print: tabs, CRLF, accents and emoji before a finding,
/// two senders on one place, a secret on a line, reordering characters, a long line, a path with spaces.
struct CanonicalReport {
  std::shared_ptr<SourceStore> sources = std::make_shared<SourceStore>();
  Place port, input, use, module_use, secret, disguised, long_mark;
  Report report;

  CanonicalReport() {
    add_sources();
    report.tool_version = "1.2.3";
    report.policy_edition = "E11";
    report.sources = sources;
    report.secrets = {secret};
    add_rules();
    add_findings();
    add_senders();
    report.analysed = {
        {"infra/prod.tfvars", "terraform"}, {"infra/main.tf", "terraform"}, {"infra/dns.tf", ""}};
    report.not_analysed = {{"infra/to do.tf", "more than 5 MB"}};
  }

  static SubscriptionRow subscription() { return {"pay-as-you-go", SubscriptionSource::command_line}; }

 private:
  void add_sources() {
    port = add_marked(
        *sources, "infra/prod.tfvars",
        "# Gr\u00f6\u00dfe der Flotte\r\n/* \u00e9 \U0001F4E7 */\tsmtp_port = [[25]]\r\nother = 1\r\n")[0];
    const auto main =
        add_marked(*sources, "infra/main.tf",
                   "module \"mail\" {\n"
                   "\t[[smtp_port]] = [[var.smtp_port]]\n"
                   "\turl       = \"smtp://shop:[[s3cr\u00e9t]]@smtp.sendgrid.net:${[[var.smtp_port]]}\"\n"
                   "}\n");
    input = main[0];
    use = main[1];
    secret = main[2];
    module_use = main[3];
    disguised = add_marked(*sources, "infra/odd name#1.tf", "x = \"\u202e\x1b[2J\u200b\" # [[25]]")[0];
    const std::string filler(300, 'a');
    long_mark = add_marked(*sources, "infra/long.tf",
                           "start\ny = \"" + filler + "\u754c:[[25]]\" # " + filler + "\nend\n")[0];
  }

  void add_rules() {
    report.rules = {{"SMTP001",
                     "direct-port-25-blocked",
                     "mail leaves on port 25 and is blocked",
                     "Azure blocks outbound port 25.\n\nUse a relay on 587.",
                     Severity::error,
                     {"https://learn.microsoft.com/azure/example", "owner/repository@1234:page.md"}},
                    {"SMTP012",
                     "subscription-undeclared",
                     "the subscription type is not known",
                     "Declare it.",
                     Severity::warning,
                     {"owner/repository@1234:page.md"}},
                    {"SMTP097", "nothing-analysed", "no input was found", "", Severity::note, {}}};
  }

  Finding blocked(std::string address, std::vector<Label> related) const {
    Finding finding;
    finding.rule = "SMTP001";
    finding.severity = Severity::error;
    finding.verdict = Verdict::blocked;
    finding.message = "mail to `smtp.sendgrid.net` on port 25 is blocked for pay-as-you-go";
    finding.help = "use port 587 with STARTTLS\nthrough an authenticated relay";
    finding.notes = {"pay-as-you-go cannot send on port 25 (edition E11)"};
    finding.location = port;
    finding.label = "this port";
    finding.related = std::move(related);
    finding.sender = {std::move(address), WorkloadKind::web_app};
    finding.destination = {"smtp.sendgrid.net", 25, Scope::relay, "sendgrid"};
    finding.subscription = subscription();
    finding.environments = {"prod"};
    finding.fixes = {{"use port 587", FixSafety::safe, {{port, "587"}}},
                     {"ask your provider", FixSafety::display, {{port, "2525"}}}};
    finding.fingerprint = "00112233445566778899aabbccddeeff";
    return finding;
  }

  void add_findings() {
    const Label first{use, "handed to the module"};
    Finding undeclared;
    undeclared.rule = "SMTP012";
    undeclared.severity = Severity::warning;
    undeclared.message = "blocked unless the subscription is EA";
    undeclared.location = long_mark;
    undeclared.fingerprint = "ffeeddccbbaa99887766554433221100";
    Finding disguise = blocked("azurerm_linux_web_app.odd\x1b[31m", {});
    disguise.message = "mail to `evil\u202e[x](https://example.com)` is blocked";
    disguise.location = disguised;
    disguise.environments.clear();
    disguise.fixes.clear();
    disguise.fingerprint = "0123456789abcdef0123456789abcdef";
    report.findings = {undeclared, blocked("module.mail.azurerm_linux_web_app.shop[\"a\"]", {first}),
                       disguise,
                       blocked("azurerm_linux_web_app.blog",
                               {first, {input, "as this input"}, {module_use, "used in the URL"}})};
  }

  void add_senders() {
    report.senders = {{{"azurerm_linux_web_app.blog", WorkloadKind::web_app},
                       Verdict::blocked,
                       {"smtp.sendgrid.net", 25, Scope::relay, "sendgrid"},
                       {},
                       {"the subscription is pay-as-you-go"},
                       {"prod"},
                       subscription(),
                       use},
                      {{std::nullopt, WorkloadKind::unknown},
                       Verdict::unknown,
                       {std::nullopt, std::nullopt, Scope::unknown, std::nullopt},
                       {{SenderField::port, "variable `smtp_port` has no value"}},
                       {},
                       {},
                       {},
                       module_use}};
  }
};

}  // namespace smtplint::report
