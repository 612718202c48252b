#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "knowledge/reader.h"
#include "knowledge/vocabulary.h"

namespace smtplint::knowledge {

/// `{fact, is | in | at-least | known}`
struct Predicate {
  enum class Test { is, in, at_least, known };
  Fact fact = Fact::verdict;
  Test test = Test::is;
  std::vector<std::string> words;  ///< `is`, `in`, `known`; flags as `true` or `false`
  std::int64_t number = 0;         ///< `at-least`
};

/// `all`, `any` and `none` of predicates and further groups.
struct ConditionTree {
  enum class Kind { all, any, none, predicate };
  Kind kind = Kind::all;
  Predicate predicate;
  std::vector<ConditionTree> children;
};

/// A condition of a check about `subject`. Every fact must be one of that subject, every word one that the
/// fact knows.
[[nodiscard]] ConditionTree read_condition(Node node, Subject subject, Problems& problems);

}  // namespace smtplint::knowledge
