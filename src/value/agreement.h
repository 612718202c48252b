#pragma once

#include <algorithm>

#include "value/truth.h"
#include "value/value.h"

namespace smtplint {

/// What a test of all alternatives agrees on; of a value without alternatives what the test says.
template <typename Test>
[[nodiscard]] Truth agreed(Value value, const Test& test) {
  if (!value.is(ValueType::alternatives)) return test(value);
  const auto alternatives = value.alternatives();
  const Truth first = test(alternatives.front().value);
  const bool same = std::ranges::all_of(
      alternatives, [&](const Alternative& alternative) { return test(alternative.value) == first; });
  return same ? first : Truth::unknown;
}

}  // namespace smtplint
