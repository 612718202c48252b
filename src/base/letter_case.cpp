#include "base/letter_case.h"

#include <algorithm>

namespace smtplint {

std::string lower_case(std::string_view text) {
  std::string lower(text);
  for (char& letter : lower) letter = lower_case(letter);
  return lower;
}

bool equal_ignoring_case(std::string_view left, std::string_view right) {
  return std::ranges::equal(left, right,
                            [](char one, char other) { return lower_case(one) == lower_case(other); });
}

}  // namespace smtplint
