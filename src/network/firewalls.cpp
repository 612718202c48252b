#include "network/firewalls.h"

#include <algorithm>

#include "base/letter_case.h"
#include "network/criteria.h"
#include "network/first_match.h"
#include "network/readings.h"

namespace smtplint::network {
namespace {

using model::Considered;
using model::Criterion;
using model::FirewallPolicy;
using model::FirewallRule;
using model::FirewallRuleKind;
using model::Id;

constexpr std::size_t most_parents = 8;

class FirewallFilter {
 public:
  FirewallFilter(const model::Model& model, const Flow& flow, const knowledge::Catalogue& catalogue)
      : model_(model), flow_(flow), words_(catalogue.network_words()), addresses_(flow, catalogue) {}

  FirewallFiltering run(const model::Firewall& firewall) {
    bool complete = firewall.complete && firewall.existence.truth == Truth::yes;
    for (const FirewallRule& rule : firewall.rules) add(rule, 0, Truth::unknown);
    std::int64_t depth = 0;
    for (const FirewallPolicy* policy : lineage(firewall.policy, complete)) {
      complete = complete && policy->complete;
      for (const FirewallRule& rule : policy->rules) add(rule, depth, flag(policy->dns_proxy));
      ++depth;
    }
    return result(complete);
  }

 private:
  /// The policy behind its parents, the topmost first.
  std::vector<const FirewallPolicy*> lineage(Id<FirewallPolicy> last, bool& complete) const {
    std::vector<const FirewallPolicy*> line;
    for (Id<FirewallPolicy> id = last; id.valid(); id = model_[id].parent_policy) {
      if (line.size() == most_parents) {
        complete = false;
        break;
      }
      line.insert(line.begin(), &model_[id]);
    }
    return line;
  }

  void add(const FirewallRule& rule, std::int64_t depth, Truth dns_proxy) {
    any_rule_ = true;
    if (rule.kind == FirewallRuleKind::application) note_application_rule(rule);
    if (rule.kind != FirewallRuleKind::network) return;
    const Criteria criteria(
        {{Criterion::existence, rule.existence.truth},
         {Criterion::protocol, says(rule.protocols, words_.carries_tcp)},
         {Criterion::source, source_holds(rule)},
         {Criterion::destination_port, holds_for(flow_.ports, port_bounds(rule.destination_ports))},
         {Criterion::destination, destination_holds(rule, dns_proxy)}});
    const auto collection = integer(rule.collection_priority);
    const auto group =
        rule.group_priority.is_unset() ? std::optional<std::int64_t>(0) : integer(rule.group_priority);
    Considered considered = criteria.considered(rule.name, rank_text(rule), rule.place);
    considered.allows = allows(rule.action, words_);
    ranked_.push_back({collection && group ? std::optional(Rank{depth, *group, *collection}) : std::nullopt,
                       considered.matches, considered.allows});
    considered_.push_back(std::move(considered));
  }

  static std::string rank_text(const FirewallRule& rule) {
    const std::string collection = written(rule.collection_priority);
    return rule.group_priority.is_unset() ? collection : written(rule.group_priority) + "/" + collection;
  }

  void note_application_rule(const FirewallRule& rule) {
    const PortBounds ports = port_bounds(rule.destination_ports);
    const bool names_port = ports.surely.covers(flow_.ports) && !ports.surely.covers(every_port());
    if (names_port && rule.existence.truth == Truth::yes) application_rule_ = &rule;
  }

  [[nodiscard]] AddressBounds of_groups(const std::vector<Id<model::IpGroup>>& groups, bool all_known) const {
    AddressBounds all;
    for (const Id<model::IpGroup> id : groups) {
      const model::IpGroup& group = model_[id];
      all = all.united(addresses_.of_destination(group.addresses));
      if (!group.complete) all.perhaps = every_address();
    }
    if (!all_known) all.perhaps = every_address();
    return all;
  }

  [[nodiscard]] Truth source_holds(const FirewallRule& rule) const {
    if (rule.source_addresses.is_unset() && rule.source_groups.is_unset()) return Truth::unknown;
    AddressBounds named = addresses_.of_source(rule.source_addresses);
    if (!rule.source_groups.is_unset())
      named = named.united(of_groups(rule.source_group_things, rule.groups_known));
    return holds_for(flow_.source, named);
  }

  [[nodiscard]] Truth destination_holds(const FirewallRule& rule, Truth dns_proxy) const {
    const bool by_address = !rule.destination_addresses.is_unset() || !rule.destination_groups.is_unset();
    const bool by_name = !rule.destination_names.is_unset();
    if (!by_address && !by_name) return Truth::unknown;
    AddressBounds named = addresses_.of_destination(rule.destination_addresses);
    if (!rule.destination_groups.is_unset()) {
      named = named.united(of_groups(rule.destination_group_things, rule.groups_known));
    }
    const Truth holds = holds_for(flow_.destination, named);
    return by_name ? holds | (name_holds(rule.destination_names) & certain_only_with(dns_proxy)) : holds;
  }

  /// Without the firewall as its DNS proxy, a client may resolve a name otherwise than the firewall does.
  static Truth certain_only_with(Truth dns_proxy) {
    return dns_proxy == Truth::yes ? Truth::yes : Truth::unknown;
  }

  [[nodiscard]] Truth name_holds(Value names) const {
    return flow_.host ? says(names, {*flow_.host}) : Truth::unknown;
  }

  FirewallFiltering result(bool complete) {
    FirewallFiltering filtering;
    filtering.application_rule = application_rule_;
    const bool all_known = complete && any_rule_;
    if (!all_known) ranked_.push_back({std::nullopt, Truth::unknown, Truth::unknown});
    const FirstMatch match = first_match(ranked_, std::nullopt);
    Filtering& rules = filtering.rules;
    std::vector<std::size_t> positions(ranked_.size(), 0);
    for (const std::size_t index : asking_order(ranked_)) {
      positions[index] = rules.considered.size();
      if (index < considered_.size()) rules.considered.push_back(considered_[index]);
    }
    for (const std::size_t index : match.possible) {
      if (index < considered_.size()) rules.possible.push_back(positions[index]);
    }
    const bool may_deny = match.may_deny || match.reaches_end;
    if (match.may_allow != may_deny) rules.passes = match.may_allow ? Truth::yes : Truth::no;
    mark_after_match(rules.considered);
    return filtering;
  }

  const model::Model& model_;
  const Flow& flow_;
  const knowledge::NetworkWords& words_;
  AddressReader addresses_;
  std::vector<Ranked> ranked_;
  std::vector<Considered> considered_;
  const FirewallRule* application_rule_ = nullptr;
  bool any_rule_ = false;
};

}  // namespace

FirewallFiltering filter(const model::Model& model, const model::Firewall& firewall, const Flow& flow,
                         const knowledge::Catalogue& catalogue) {
  return FirewallFilter(model, flow, catalogue).run(firewall);
}

}  // namespace smtplint::network
