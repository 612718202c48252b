#pragma once

#include <array>
#include <cstddef>

#include "base/assert.h"
#include "knowledge/vocabulary.h"
#include "rules/fact_value.h"

namespace smtplint::rules {

/// How one fact about a thing is answered.
template <typename View>
struct Answer {
  knowledge::Fact fact;
  FactValue (*of)(const View&);
};

constexpr std::size_t position(knowledge::Fact fact, knowledge::FactRange facts) {
  return static_cast<std::size_t>(fact) - static_cast<std::size_t>(facts.first);
}

/// For a `static_assert`: a table answers every fact of its subject, in their order, and no other.
template <typename View, std::size_t count>
constexpr bool answers_all(const std::array<Answer<View>, count>& table, knowledge::FactRange facts) {
  if (count != position(facts.last, facts) + 1) return false;
  for (std::size_t i = 0; i < count; ++i) {
    if (position(table[i].fact, facts) != i) return false;
  }
  return true;
}

template <typename View, std::size_t count>
FactValue answer(const std::array<Answer<View>, count>& table, knowledge::FactRange facts,
                 knowledge::Fact fact, const View& view) {
  const std::size_t index = position(fact, facts);
  SMTPLINT_ASSERT(index < count);
  return table[index].of(view);
}

}  // namespace smtplint::rules
