#pragma once

#include <cstdint>

namespace smtplint {

/// Three-valued logic: what cannot be decided is neither true nor false.
enum class Truth : std::uint8_t { no, yes, unknown };

[[nodiscard]] constexpr Truth truth(bool value) { return value ? Truth::yes : Truth::no; }

[[nodiscard]] constexpr Truth operator!(Truth value) {
  switch (value) {
    case Truth::no:
      return Truth::yes;
    case Truth::yes:
      return Truth::no;
    case Truth::unknown:
      break;
  }
  return Truth::unknown;
}

[[nodiscard]] constexpr Truth operator&(Truth left, Truth right) {
  if (left == Truth::no || right == Truth::no) return Truth::no;
  return left == Truth::yes && right == Truth::yes ? Truth::yes : Truth::unknown;
}

[[nodiscard]] constexpr Truth operator|(Truth left, Truth right) {
  if (left == Truth::yes || right == Truth::yes) return Truth::yes;
  return left == Truth::no && right == Truth::no ? Truth::no : Truth::unknown;
}

}  // namespace smtplint
