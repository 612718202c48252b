#include "rules/conditions.h"

#include <algorithm>

namespace smtplint::rules {
namespace {

using knowledge::ConditionTree;
using knowledge::FactType;
using knowledge::Predicate;

std::string spelled(const FactValue& value, FactType type) {
  switch (type) {
    case FactType::word:
      return value.word;
    case FactType::number:
      return std::to_string(value.number);
    case FactType::flag:
      return value.flag == Truth::yes ? "true" : "false";
  }
  return {};
}

Truth holds(const Predicate& predicate, const FactSource& facts) {
  const FactValue value = facts(predicate.fact);
  switch (predicate.test) {
    case Predicate::Test::known:
      return truth(value.known == (predicate.words.front() == "true"));
    case Predicate::Test::at_least:
      return value.known ? truth(value.number >= predicate.number) : Truth::unknown;
    case Predicate::Test::is:
    case Predicate::Test::in:
      break;
  }
  if (!value.known) return Truth::unknown;
  const std::string word = spelled(value, knowledge::info(predicate.fact).type);
  return truth(std::ranges::find(predicate.words, word) != predicate.words.end());
}

Truth any_of(const ConditionTree& group, const FactSource& facts) {
  Truth result = Truth::no;
  for (const ConditionTree& child : group.children) result = result | rules::holds(child, facts);
  return result;
}

Truth all_of(const ConditionTree& group, const FactSource& facts) {
  Truth result = Truth::yes;
  for (const ConditionTree& child : group.children) result = result & rules::holds(child, facts);
  return result;
}

}  // namespace

Truth holds(const ConditionTree& condition, const FactSource& facts) {
  switch (condition.kind) {
    case ConditionTree::Kind::predicate:
      return holds(condition.predicate, facts);
    case ConditionTree::Kind::all:
      return all_of(condition, facts);
    case ConditionTree::Kind::any:
      return any_of(condition, facts);
    case ConditionTree::Kind::none:
      return !any_of(condition, facts);
  }
  return Truth::unknown;
}

}  // namespace smtplint::rules
