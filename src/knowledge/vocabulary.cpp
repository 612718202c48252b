#include "knowledge/vocabulary.h"

#include <algorithm>
#include <array>
#include <vector>

#include "base/assert.h"
#include "diagnostic/vocabulary.h"
#include "knowledge/reasons.h"

namespace smtplint::knowledge {
namespace {

using Words = std::span<const std::string_view>;

constexpr std::array<std::pair<std::string_view, Subject>, 8> subject_names = {{
    {"sender", Subject::sender},
    {"network-rule", Subject::network_rule},
    {"deployment", Subject::deployment},
    {"event", Subject::event},
    {"text", Subject::text},
    {"mta", Subject::mta},
    {"path", Subject::path},
    {"change", Subject::change},
}};

constexpr std::array<std::string_view, 4> port_origins = {"written", "framework-default", "only-answer",
                                                          "none"};
constexpr std::array<std::string_view, 3> logins = {"on", "off", "absent"};
constexpr std::array<std::string_view, 5> stops = {"none", "security-group", "route", "firewall", "outlet"};
constexpr std::array<std::string_view, 2> rule_layers = {"security-group", "firewall"};
constexpr std::array<std::string_view, 2> directions = {"outbound", "inbound"};
constexpr std::array<std::string_view, 2> accesses = {"allow", "deny"};
constexpr std::array<std::string_view, 7> events = {
    "syntax-error",       "limit-reached",         "unresolved-value",   "nothing-analysed",
    "unused-suppression", "malformed-suppression", "expired-suppression"};

Words verdicts() {
  static const std::vector<std::string_view> words = verdict_words();
  return words;
}

Words kinds() {
  static const std::vector<std::string_view> words = workload_kind_words();
  return words;
}

Words scopes() {
  static const std::vector<std::string_view> words = scope_words();
  return words;
}

FactInfo word(Fact fact, std::string_view name, Subject subject, std::string_view phrase, Words words) {
  return {fact, name, subject, phrase, FactType::word, words};
}
FactInfo number(Fact fact, std::string_view name, Subject subject, std::string_view phrase) {
  return {fact, name, subject, phrase, FactType::number, {}};
}
FactInfo flag(Fact fact, std::string_view name, Subject subject, std::string_view phrase) {
  return {fact, name, subject, phrase, FactType::flag, {}};
}

std::vector<FactInfo> make_facts() {
  return {
      word(Fact::verdict, "verdict", Subject::sender, "the verdict", verdicts()),
      word(Fact::platform_verdict, "platform-verdict", Subject::sender,
           "the verdict of the platform, before the network is asked,", verdicts()),
      word(Fact::port_origin, "port-origin", Subject::sender, "the origin of the port", port_origins),
      number(Fact::port, "port", Subject::sender, "the port"),
      word(Fact::scope, "scope", Subject::sender, "the reach of the destination", scopes()),
      flag(Fact::provider_known, "provider-known", Subject::sender, "the host belongs to a known provider"),
      flag(Fact::provider_demands_login, "provider-demands-login", Subject::sender,
           "the provider demands a login"),
      flag(Fact::subscription_known, "subscription-known", Subject::sender,
           "the type of the subscription is known"),
      flag(Fact::subscription_decides, "subscription-decides", Subject::sender,
           "the verdict hangs on the subscription alone"),
      flag(Fact::may_seem_to_work, "may-seem-to-work", Subject::sender,
           "port 25 is not supported here and may seem to work"),
      word(Fact::login, "login", Subject::sender, "the login in the settings", logins),
      flag(Fact::environment_complete, "environment-complete", Subject::sender,
           "every setting of the sender is known"),
      flag(Fact::plaintext_on_port, "plaintext-on-port", Subject::sender,
           "the TLS setting means plaintext on this port"),
      flag(Fact::delivery_stated, "delivery-stated", Subject::sender,
           "a setting says how the mail server delivers"),
      flag(Fact::host_known, "host-known", Subject::sender, "the host is known"),
      flag(Fact::submission_port_known, "submission-port-known", Subject::sender,
           "the provider answers on a submission port"),
      flag(Fact::kind_known, "kind-known", Subject::sender, "the kind of compute is known"),
      flag(Fact::integration_known, "integration-known", Subject::sender,
           "it is known whether the app sends through a network"),
      flag(Fact::through_firewall, "through-firewall", Subject::sender,
           "the mail leaves through an Azure Firewall"),
      flag(Fact::sovereign_cloud, "sovereign-cloud", Subject::sender,
           "the deployment is in Azure China or Azure Government"),
      word(Fact::stop, "stop", Subject::path, "what stops the mail on its way", stops),
      flag(Fact::network_decides, "network-decides", Subject::path,
           "the network stops the mail, and the platform would not"),
      flag(Fact::stop_written, "stop-written", Subject::path, "somebody wrote what stops it"),
      flag(Fact::application_rule_names_port, "application-rule-names-port", Subject::path,
           "a firewall on the way has an application rule for the port"),
      flag(Fact::exemption_bypassed, "exemption-bypassed", Subject::path,
           "an exemption is declared, and the way is one that it does not cover"),
      flag(Fact::outlet_may_exist, "outlet-may-exist", Subject::path,
           "something in the deployment may still give a way out"),
      word(Fact::sending_kind, "sending-kind", Subject::path, "the kind of compute that sends", kinds()),
      word(Fact::rule_layer, "rule-layer", Subject::network_rule, "the place of the rule", rule_layers),
      word(Fact::direction, "direction", Subject::network_rule, "the direction of the rule", directions),
      word(Fact::access, "access", Subject::network_rule, "the access that the rule gives", accesses),
      flag(Fact::names_port_25, "names-port-25", Subject::network_rule,
           "the rule names port 25, alone, in a list or in a range of at most 100 ports"),
      flag(Fact::towards_internet, "towards-internet", Subject::network_rule,
           "the rule is about the internet, everything or a public prefix"),
      word(Fact::rule_blocked, "rule-blocked", Subject::network_rule,
           "the verdict of the subscription on what the rule allows", verdicts()),
      flag(Fact::rule_not_exempt, "rule-not-exempt", Subject::network_rule,
           "an exemption is declared that does not cover the way through the rule"),
      number(Fact::undeclared_senders, "undeclared-senders", Subject::deployment,
             "the number of senders on port 25 whose verdict hangs on an unknown subscription"),
      flag(Fact::undeclared_towards_public, "undeclared-towards-public", Subject::deployment,
           "one of those sends to a known relay or to recipients"),
      flag(Fact::undeclared_elsewhere, "undeclared-elsewhere", Subject::deployment,
           "those are in Azure China or Azure Government"),
      word(Fact::event, "event", Subject::event, "what happened", events),
      word(Fact::reason, "reason", Subject::event, "why the value is not known", reason_words),
  };
}

constexpr std::array of_sender = {Subject::sender, Subject::deployment, Subject::path};
constexpr std::array of_path = {Subject::path};
constexpr std::array of_deployment = {Subject::deployment};
constexpr std::array of_network_rule = {Subject::network_rule};
constexpr std::array of_event = {Subject::event};
constexpr std::array of_judged = {Subject::sender, Subject::deployment, Subject::network_rule, Subject::path};

constexpr auto placeholder_table = std::to_array<PlaceholderInfo>({
    {Placeholder::destination, "destination", of_sender},
    {Placeholder::host, "host", of_sender},
    {Placeholder::port, "port", of_sender},
    {Placeholder::kind, "kind", of_sender},
    {Placeholder::framework, "framework", of_sender},
    {Placeholder::subscription, "subscription", of_judged},
    {Placeholder::provider, "provider", of_sender},
    {Placeholder::submission_port, "submission-port", of_sender},
    {Placeholder::submission_tls, "submission-tls", of_sender},
    {Placeholder::advice, "advice", of_sender},
    {Placeholder::rule_name, "rule-name", of_network_rule},
    {Placeholder::detail, "detail", of_event},
    {Placeholder::count, "count", of_deployment},
    {Placeholder::access_list, "access-list", of_judged},
    {Placeholder::verdict, "verdict", of_sender},
    {Placeholder::way_out, "way-out", of_judged},
    {Placeholder::stop, "stop", of_path},
});

}  // namespace

std::span<const FactInfo> facts() {
  static const std::vector<FactInfo> table = make_facts();
  return table;
}

const FactInfo* fact_named(std::string_view name) {
  const auto found = std::ranges::find(facts(), name, &FactInfo::name);
  return found == facts().end() ? nullptr : &*found;
}

const FactInfo& info(Fact fact) {
  const auto found = std::ranges::find(facts(), fact, &FactInfo::fact);
  SMTPLINT_ASSERT(found != facts().end());
  return *found;
}

std::span<const std::pair<std::string_view, Subject>> subjects() { return subject_names; }

std::string_view to_string(Subject subject) {
  for (const auto& [name, value] : subject_names) {
    if (value == subject) return name;
  }
  SMTPLINT_ASSERT(false);
}

std::span<const PlaceholderInfo> placeholders() { return placeholder_table; }

const PlaceholderInfo* placeholder_named(std::string_view name) {
  const auto found = std::ranges::find(placeholder_table, name, &PlaceholderInfo::name);
  return found == placeholder_table.end() ? nullptr : &*found;
}

std::string_view to_string(Placeholder placeholder) {
  const auto found = std::ranges::find(placeholder_table, placeholder, &PlaceholderInfo::placeholder);
  SMTPLINT_ASSERT(found != placeholder_table.end());
  return found->name;
}

}  // namespace smtplint::knowledge
