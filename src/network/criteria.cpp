#include "network/criteria.h"

#include "network/readings.h"

namespace smtplint::network {

Criteria::Criteria(std::vector<std::pair<model::Criterion, Truth>> answers) {
  for (const auto& [criterion, answer] : answers) {
    const bool decides = answer == Truth::no || (answer == Truth::unknown && matches_ == Truth::yes);
    matches_ = matches_ & answer;
    if (decides) decided_by_ = criterion;
    if (matches_ == Truth::no) return;
  }
}

model::Considered Criteria::considered(std::string name, std::string rank, Place place) const {
  model::Considered result;
  result.name = std::move(name);
  result.rank = std::move(rank);
  result.place = place;
  result.matches = matches_;
  result.decided_by = decided_by_;
  return result;
}

Truth allows(Value action, const knowledge::NetworkWords& words) {
  if (says(action, words.allow) == Truth::yes) return Truth::yes;
  return says(action, words.deny) == Truth::yes ? Truth::no : Truth::unknown;
}

void mark_after_match(std::vector<model::Considered>& rules) {
  bool matched = false;
  for (model::Considered& rule : rules) {
    rule.after_match = matched;
    matched = matched || rule.matches == Truth::yes;
  }
}

}  // namespace smtplint::network
