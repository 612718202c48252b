#include "network/first_match.h"

#include <algorithm>

namespace smtplint::network {
namespace {

void note(const Ranked& rule, std::size_t index, FirstMatch& result) {
  result.possible.push_back(index);
  result.may_allow = result.may_allow || rule.allows != Truth::no;
  result.may_deny = result.may_deny || rule.allows != Truth::yes;
}

}  // namespace

std::vector<std::size_t> asking_order(std::span<const Ranked> rules) {
  std::vector<std::size_t> order(rules.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::ranges::stable_sort(order, [rules](std::size_t left, std::size_t right) {
    const auto& first = rules[left].rank;
    const auto& second = rules[right].rank;
    return first && second ? *first < *second : first.has_value() && !second;
  });
  return order;
}

FirstMatch first_match(std::span<const Ranked> rules, std::optional<Rank> lowest) {
  FirstMatch result;
  std::optional<Rank> stopped;
  bool certain_somewhere = false;
  for (const std::size_t index : asking_order(rules)) {
    const Ranked& rule = rules[index];
    if (rule.matches == Truth::no) continue;
    if (rule.rank && stopped && *stopped < *rule.rank) continue;
    if (!rule.rank && stopped && stopped == lowest) continue;
    note(rule, index, result);
    if (rule.matches != Truth::yes) continue;
    if (rule.rank) stopped = rule.rank;
    certain_somewhere = true;
  }
  result.reaches_end = !certain_somewhere;
  return result;
}

}  // namespace smtplint::network
