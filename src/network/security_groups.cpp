#include "network/security_groups.h"

#include <algorithm>

#include "network/criteria.h"
#include "network/first_match.h"
#include "network/readings.h"
#include "network/security_rules.h"

namespace smtplint::network {
namespace {

using knowledge::NetworkWords;
using model::Considered;
using model::Criterion;
using model::SecurityRule;

class GroupFilter {
 public:
  GroupFilter(const Flow& flow, const knowledge::Catalogue& catalogue)
      : flow_(flow), words_(catalogue.network_words()), reader_(flow, catalogue) {}

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
  void add(const SecurityRule& rule, std::vector<Ranked>& ranked) {
    rules_.push_back(reader_.consider(rule));
    ranked.push_back(SecurityRuleReader::ranked(rule, rules_.back()));
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
          {{Criterion::source, holds_for(flow_.source, reader_.addresses().of_source(rule.source))},
           {Criterion::destination,
            holds_for(flow_.destination, reader_.addresses().of_destination(rule.destination))}});
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
  SecurityRuleReader reader_;
  std::vector<Considered> rules_;
  std::vector<std::size_t> positions_;  ///< of a rule among those that were considered
};

}  // namespace

Filtering filter(const model::SecurityGroup& group, const Flow& flow, const knowledge::Catalogue& catalogue) {
  return GroupFilter(flow, catalogue).run(group);
}

}  // namespace smtplint::network
