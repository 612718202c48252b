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

FactInfo word(Fact fact, std::string_view name, Subject subject, Words words) {
  return {fact, name, subject, FactType::word, words};
}
FactInfo number(Fact fact, std::string_view name, Subject subject) {
  return {fact, name, subject, FactType::number, {}};
}
FactInfo flag(Fact fact, std::string_view name, Subject subject) {
  return {fact, name, subject, FactType::flag, {}};
}

std::vector<FactInfo> make_facts() {
  return {
      word(Fact::verdict, "verdict", Subject::sender, verdicts()),
      word(Fact::platform_verdict, "platform-verdict", Subject::sender, verdicts()),
      word(Fact::port_origin, "port-origin", Subject::sender, port_origins),
      number(Fact::port, "port", Subject::sender),
      word(Fact::scope, "scope", Subject::sender, scopes()),
      flag(Fact::provider_known, "provider-known", Subject::sender),
      flag(Fact::provider_demands_login, "provider-demands-login", Subject::sender),
      flag(Fact::subscription_known, "subscription-known", Subject::sender),
      flag(Fact::subscription_decides, "subscription-decides", Subject::sender),
      flag(Fact::may_seem_to_work, "may-seem-to-work", Subject::sender),
      word(Fact::login, "login", Subject::sender, logins),
      flag(Fact::environment_complete, "environment-complete", Subject::sender),
      flag(Fact::plaintext_on_port, "plaintext-on-port", Subject::sender),
      flag(Fact::delivery_stated, "delivery-stated", Subject::sender),
      flag(Fact::host_known, "host-known", Subject::sender),
      flag(Fact::submission_port_known, "submission-port-known", Subject::sender),
      flag(Fact::kind_known, "kind-known", Subject::sender),
      flag(Fact::integration_known, "integration-known", Subject::sender),
      flag(Fact::through_firewall, "through-firewall", Subject::sender),
      flag(Fact::sovereign_cloud, "sovereign-cloud", Subject::sender),
      word(Fact::stop, "stop", Subject::path, stops),
      flag(Fact::network_decides, "network-decides", Subject::path),
      flag(Fact::stop_written, "stop-written", Subject::path),
      flag(Fact::application_rule_names_port, "application-rule-names-port", Subject::path),
      flag(Fact::exemption_bypassed, "exemption-bypassed", Subject::path),
      flag(Fact::outlet_may_exist, "outlet-may-exist", Subject::path),
      word(Fact::sending_kind, "sending-kind", Subject::path, kinds()),
      word(Fact::rule_layer, "rule-layer", Subject::network_rule, rule_layers),
      word(Fact::direction, "direction", Subject::network_rule, directions),
      word(Fact::access, "access", Subject::network_rule, accesses),
      flag(Fact::names_port_25, "names-port-25", Subject::network_rule),
      flag(Fact::towards_internet, "towards-internet", Subject::network_rule),
      word(Fact::rule_blocked, "rule-blocked", Subject::network_rule, verdicts()),
      number(Fact::undeclared_senders, "undeclared-senders", Subject::deployment),
      flag(Fact::undeclared_towards_public, "undeclared-towards-public", Subject::deployment),
      word(Fact::event, "event", Subject::event, events),
      word(Fact::reason, "reason", Subject::event, reason_words),
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
