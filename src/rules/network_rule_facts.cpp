#include "rules/network_rule_facts.h"

#include <algorithm>

#include "base/assert.h"
#include "base/ip_address.h"
#include "rules/fact_table.h"
#include "rules/port_range.h"

namespace smtplint::rules {
namespace {

using knowledge::Fact;
using knowledge::NetworkWords;

constexpr unsigned widest_range_that_names = 100;

/// Whether a value, or any element of it, satisfies a test on its text.
template <typename Test>
Truth any_text(Value value, const Test& test) {
  if (value.is_unset()) return Truth::no;
  if (value.is_sequence()) {
    Truth result = value.rest() == nullptr ? Truth::no : Truth::unknown;
    for (const Value item : value.items()) result = result | any_text(item, test);
    return result;
  }
  if (!value.is(ValueType::string) || value.text().has_holes()) return Truth::unknown;
  return truth(test(value.text().chars));
}

Truth word_in(Value value, const std::vector<std::string>& words) {
  return any_text(value, [&words](std::string_view text) { return knowledge::has_word(words, text); });
}

bool is_public(const knowledge::HostNames& hosts, std::string_view prefix) {
  const std::optional<IpRange> range = parse_ip_range(prefix);
  const auto holds_it = [&range](const IpRange& known) { return known.contains(range->first); };
  return range && std::ranges::none_of(hosts.private_ranges, holds_it) &&
         std::ranges::none_of(hosts.local_ranges, holds_it);
}

Truth towards_internet(const Context& context, Value destinations) {
  const NetworkWords& words = context.catalogue.network_words();
  const auto& hosts = context.catalogue.host_names();
  return any_text(destinations, [&](std::string_view text) {
    return knowledge::has_word(words.any_destination, text) || is_public(hosts, text);
  });
}

struct Sides {
  Value ports, protocols, destinations;
};

Sides sides_of(const model::JudgedRule& rule) {
  if (rule.security_rule != nullptr) {
    const model::SecurityRule& security = *rule.security_rule;
    return {security.destination_ports, security.protocol, security.destination_prefixes};
  }
  SMTPLINT_ASSERT(rule.firewall_rule != nullptr);
  const model::FirewallRule& firewall = *rule.firewall_rule;
  return {firewall.destination_ports, firewall.protocols, firewall.destination_addresses};
}

FactValue word_of(Truth first, std::string_view first_word, Truth second, std::string_view second_word) {
  if (first == Truth::yes) return FactValue::of_word(first_word);
  return second == Truth::yes ? FactValue::of_word(second_word) : FactValue::not_known();
}

FactValue direction(const RuleView& view) {
  if (view.rule.firewall_rule != nullptr) return FactValue::of_word("outbound");
  const NetworkWords& words = view.context.catalogue.network_words();
  const Value written = view.rule.security_rule->direction;
  return word_of(word_in(written, words.outbound), "outbound", word_in(written, words.inbound), "inbound");
}

FactValue access(const RuleView& view) {
  const NetworkWords& words = view.context.catalogue.network_words();
  const Value written =
      view.rule.security_rule != nullptr ? view.rule.security_rule->access : view.rule.firewall_rule->action;
  return word_of(word_in(written, words.allow), "allow", word_in(written, words.deny), "deny");
}

FactValue layer(const RuleView& view) {
  const bool firewall = view.rule.layer == model::JudgedRule::Layer::firewall;
  return FactValue::of_word(firewall ? "firewall" : "security-group");
}

constexpr auto answers = std::to_array<Answer<RuleView>>({
    {Fact::rule_layer, layer},
    {Fact::direction, direction},
    {Fact::access, access},
    {Fact::names_port_25, [](const RuleView& view) { return FactValue::of_flag(view.names_port_25); }},
    {Fact::towards_internet, [](const RuleView& view) { return FactValue::of_flag(view.towards_internet); }},
    {Fact::rule_blocked,
     [](const RuleView& view) { return FactValue::of_word(to_string(view.rule.judgement->platform)); }},
    {Fact::rule_not_exempt,
     [](const RuleView& view) { return FactValue::of_flag(view.rule.judgement->exemption_bypassed); }},
});
static_assert(answers_all(answers, knowledge::facts_of_network_rule));

}  // namespace

RuleView view_of(const Context& context, const model::JudgedRule& rule) {
  const Sides sides = sides_of(rule);
  const unsigned mail_port = context.catalogue.mail_ports().exchange;
  const PortNaming naming = naming_of_port(context.store, sides.ports, mail_port, widest_range_that_names);
  const Truth carries_tcp = word_in(sides.protocols, context.catalogue.network_words().carries_tcp);
  RuleView view{context, rule, Truth::no, false, Truth::no, std::nullopt, {}, {}};
  view.in_some_cases = naming.named == Truth::unknown && naming.mark.has_value();
  view.names_port_25 = (view.in_some_cases ? Truth::yes : naming.named) & carries_tcp;
  view.towards_internet = towards_internet(context, sides.destinations);
  view.port = naming.mark;
  const bool security = rule.security_rule != nullptr;
  view.name = security ? rule.security_rule->name : rule.firewall_rule->name;
  view.place = security ? rule.security_rule->place : rule.firewall_rule->place;
  return view;
}

FactValue network_rule_fact(Fact fact, const RuleView& view) {
  return answer(answers, knowledge::facts_of_network_rule, fact, view);
}

}  // namespace smtplint::rules
