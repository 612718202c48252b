#include "network/security_groups.h"

#include <algorithm>

#include "network/criteria.h"
#include "network/first_match.h"
#include "network/readings.h"

namespace smtplint::network {
namespace {

using knowledge::NetworkWords;
using model::Considered;
using model::Criterion;
using model::SecurityRule;

class GroupFilter {
 public:
  GroupFilter(const Flow& flow, const knowledge::Catalogue& catalogue)
      : flow_(flow), words_(catalogue.network_words()), addresses_(flow, catalogue) {}

  Filtering run(const model::SecurityGroup& group) {
    std::vector<Ranked> ranked;
    for (const SecurityRule& rule : group.rules) add(rule, ranked);
    if (!group.complete) ranked.push_back({std::nullopt, Truth::unknown, Truth::unknown});
    const FirstMatch own = first_match(ranked, Rank{0, 0, words_.lowest_priority});
    Filtering result;
    keep_order(ranked, result);
    bool may_allow = own.may_allow, may_deny = own.may_deny;
    for (const std::size_t index : own.possible) add_possible(index, result);
    if (own.reaches_end) {
      const FirstMatch defaults = by_default(result);
      may_allow = may_allow || defaults.may_allow;
      may_deny = may_deny || defaults.may_deny;
    }
    if (may_allow != may_deny) result.passes = may_allow ? Truth::yes : Truth::no;
    mark_after_match(result.considered);
    return result;
  }

 private:
  [[nodiscard]] Truth source_holds(const SecurityRule& rule) const {
    const bool by_group = !rule.source_groups.is_unset();
    const bool by_prefix = !rule.source_prefixes.is_unset();
    if (!by_group && !by_prefix) return Truth::unknown;
    Truth holds = Truth::no;
    if (by_prefix) holds = holds_for(flow_.source, addresses_.of_source(rule.source_prefixes));
    if (by_group) holds = holds | in_group(rule.source_groups);
    return holds;
  }

  [[nodiscard]] Truth in_group(Value groups) const {
    const Truth shared = share_element(flow_.application_groups, groups);
    return shared == Truth::no && !flow_.application_groups_known ? Truth::unknown : shared;
  }

  /// Members of a group are interfaces of the virtual network.
  [[nodiscard]] Truth destination_holds(const SecurityRule& rule) const {
    const bool by_group = !rule.destination_groups.is_unset();
    if (!by_group && rule.destination_prefixes.is_unset()) return Truth::unknown;
    AddressBounds named = addresses_.of_destination(rule.destination_prefixes);
    if (by_group) named.perhaps = named.perhaps.united(flow_.virtual_network.perhaps);
    return holds_for(flow_.destination, named);
  }

  void add(const SecurityRule& rule, std::vector<Ranked>& ranked) {
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
    const auto priority = integer(rule.priority);
    ranked.push_back({priority ? std::optional(Rank{0, 0, *priority}) : std::nullopt, considered.matches,
                      considered.allows});
    rules_.push_back(std::move(considered));
  }

  void keep_order(const std::vector<Ranked>& ranked, Filtering& result) {
    positions_.assign(ranked.size(), ranked.size());
    for (const std::size_t index : asking_order(ranked)) {
      if (index >= rules_.size()) continue;
      positions_[index] = result.considered.size();
      result.considered.push_back(rules_[index]);
    }
  }

  void add_possible(std::size_t index, Filtering& result) const {
    if (index < rules_.size()) result.possible.push_back(positions_[index]);
  }

  FirstMatch by_default(Filtering& result) const {
    std::vector<Ranked> ranked;
    const std::size_t first = result.considered.size();
    for (const knowledge::DefaultRule& rule : words_.default_rules) {
      const Criteria criteria(
          {{Criterion::source, holds_for(flow_.source, addresses_.of_source(rule.source))},
           {Criterion::destination,
            holds_for(flow_.destination, addresses_.of_destination(rule.destination))}});
      Considered considered = criteria.considered(rule.name, std::to_string(rule.priority), {});
      considered.allows = truth(rule.allows);
      ranked.push_back({Rank{1, 0, rule.priority}, considered.matches, considered.allows});
      result.considered.push_back(std::move(considered));
    }
    const FirstMatch defaults = first_match(ranked, std::nullopt);
    for (const std::size_t index : defaults.possible) result.possible.push_back(first + index);
    return defaults;
  }

  const Flow& flow_;
  const NetworkWords& words_;
  AddressReader addresses_;
  std::vector<Considered> rules_;
  std::vector<std::size_t> positions_;  ///< of a rule among those that were considered
};

}  // namespace

Filtering filter(const model::SecurityGroup& group, const Flow& flow, const knowledge::Catalogue& catalogue) {
  return GroupFilter(flow, catalogue).run(group);
}

}  // namespace smtplint::network
