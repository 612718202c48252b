#include "network/admin_rules.h"

#include <algorithm>
#include <vector>

#include "network/criteria.h"
#include "network/readings.h"
#include "network/security_rules.h"

namespace smtplint::network {
namespace {

using model::AdminRuleCollection;

class AdminFilter {
 public:
  AdminFilter(const Flow& flow, const knowledge::Catalogue& catalogue)
      : words_(catalogue.network_words()), reader_(flow, catalogue) {}

  void add(const AdminRuleCollection& collection) {
    for (const model::SecurityRule& rule : collection.rules) {
      model::Considered considered = reader_.consider(rule);
      if (collection.existence.truth != Truth::yes || !collection.deployed) leave_open(considered);
      ranked_.push_back(SecurityRuleReader::ranked(rule, considered));
      asked_.push_back({&collection, rule.access, std::move(considered)});
    }
    if (collection.complete) return;
    ranked_.push_back({std::nullopt, Truth::unknown, Truth::unknown});
    asked_.push_back({&collection, {}, {}});
  }

  [[nodiscard]] AdminFiltering run(const AdminRuleCollection& first) const {
    AdminFiltering result;
    const FirstMatch match = first_match(ranked_, std::nullopt);
    result.may_go_on = match.reaches_end;
    const AdminRuleCollection* decides = &first;
    for (const std::size_t index : match.possible) {
      note(asked_[index], result);
      decides = asked_[index].collection;
      result.deployed = result.deployed && decides->deployed;
    }
    result.thing = decides->address;
    result.place = decides->place;
    keep(match, result.rules);
    if (!result.may_deny) result.rules.passes = Truth::yes;
    if (result.may_deny && !result.may_go_on && !result.may_always_allow) result.rules.passes = Truth::no;
    return result;
  }

 private:
  struct Asked {
    const AdminRuleCollection* collection = nullptr;
    Value access;
    model::Considered rule;
  };

  static void leave_open(model::Considered& rule) {
    if (rule.matches != Truth::yes) return;
    rule.matches = Truth::unknown;
    rule.decided_by = model::Criterion::existence;
  }

  void note(const Asked& asked, AdminFiltering& result) const {
    const Truth always = asked.access.is_unset() ? Truth::unknown : says(asked.access, words_.always_allow);
    const Truth allowed = asked.access.is_unset() ? Truth::unknown : allows(asked.access, words_);
    result.may_always_allow = result.may_always_allow || always != Truth::no;
    result.may_go_on = result.may_go_on || (allowed != Truth::no && always != Truth::yes);
    result.may_deny = result.may_deny || allowed != Truth::yes;
  }

  void keep(const FirstMatch& match, Filtering& rules) const {
    for (const std::size_t index : asking_order(ranked_)) {
      const bool possible = std::ranges::find(match.possible, index) != match.possible.end();
      if (possible) rules.possible.push_back(rules.considered.size());
      rules.considered.push_back(asked_[index].rule);
    }
    mark_after_match(rules.considered);
  }

  const knowledge::NetworkWords& words_;
  SecurityRuleReader reader_;
  std::vector<Ranked> ranked_;
  std::vector<Asked> asked_;
};

}  // namespace

std::optional<AdminFiltering> admin_filter(const model::Model& model, const model::Subnet& subnet,
                                           const Flow& flow, const knowledge::Catalogue& catalogue) {
  AdminFilter filter(flow, catalogue);
  const AdminRuleCollection* first = nullptr;
  for (const AdminRuleCollection& collection : model.admin_rules) {
    const auto& networks = collection.networks;
    if (!subnet.network.valid() || std::ranges::find(networks, subnet.network) == networks.end()) continue;
    if (first == nullptr) first = &collection;
    filter.add(collection);
  }
  if (first == nullptr) return std::nullopt;
  return filter.run(*first);
}

}  // namespace smtplint::network
