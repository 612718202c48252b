#include "network/security_rules.h"

#include "network/criteria.h"
#include "network/readings.h"

namespace smtplint::network {

using model::Considered;
using model::Criterion;
using model::SecurityRule;

Truth SecurityRuleReader::source_holds(const SecurityRule& rule) const {
  const bool by_group = !rule.source_groups.is_unset();
  const bool by_prefix = !rule.source_prefixes.is_unset();
  if (!by_group && !by_prefix) return Truth::unknown;
  Truth holds = Truth::no;
  if (by_prefix) holds = holds_for(flow_.source, addresses_.of_source(rule.source_prefixes));
  if (by_group) holds = holds | in_group(rule.source_groups);
  return holds;
}

Truth SecurityRuleReader::in_group(Value groups) const {
  const Truth shared = share_element(flow_.application_groups, groups);
  return shared == Truth::no && !flow_.application_groups_known ? Truth::unknown : shared;
}

/// Members of a group are interfaces of the virtual network.
Truth SecurityRuleReader::destination_holds(const SecurityRule& rule) const {
  const bool by_group = !rule.destination_groups.is_unset();
  if (!by_group && rule.destination_prefixes.is_unset()) return Truth::unknown;
  AddressBounds named = addresses_.of_destination(rule.destination_prefixes);
  if (by_group) named.perhaps = named.perhaps.united(flow_.virtual_network.perhaps);
  return holds_for(flow_.destination, named);
}

Considered SecurityRuleReader::consider(const SecurityRule& rule) const {
  const Criteria criteria(
      {{Criterion::existence, rule.existence.truth},
       {Criterion::direction, says(rule.direction, words_.outbound)},
       {Criterion::protocol, says(rule.protocol, words_.carries_tcp)},
       {Criterion::source_port, holds_for(flow_.source_ports, port_bounds(rule.source_ports))},
       {Criterion::source, source_holds(rule)},
       {Criterion::destination_port, holds_for(flow_.ports, port_bounds(rule.destination_ports))},
       {Criterion::destination, destination_holds(rule)}});
  Considered considered = criteria.considered(rule.name, written(rule.priority), rule.place);
  considered.allows = allows(rule.access, words_);
  return considered;
}

Ranked SecurityRuleReader::ranked(const SecurityRule& rule, const Considered& considered) {
  const auto priority = integer(rule.priority);
  return {priority ? std::optional(Rank{0, 0, *priority}) : std::nullopt, considered.matches,
          considered.allows};
}

}  // namespace smtplint::network
