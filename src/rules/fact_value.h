#pragma once

#include <cstdint>
#include <string>

#include "value/truth.h"

namespace smtplint::rules {

/// The answer to a fact. Not known is an answer of its own; a flag that is not known says so by `flag`.
struct FactValue {
  bool known = false;
  std::string word{};
  std::int64_t number = 0;
  Truth flag = Truth::unknown;

  static FactValue of_word(std::string_view word) { return {.known = true, .word = std::string(word)}; }
  static FactValue of_number(std::int64_t number) { return {.known = true, .number = number}; }
  static FactValue of_flag(Truth flag) { return {.known = flag != Truth::unknown, .flag = flag}; }
  static FactValue of_flag(bool flag) { return of_flag(truth(flag)); }
  static FactValue not_known() { return {}; }
};

}  // namespace smtplint::rules
