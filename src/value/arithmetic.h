#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "value/number.h"

namespace smtplint {

enum class ArithmeticError : std::uint8_t {
  none,
  division_by_zero,
  not_a_number,  ///< infinite, or not defined for these numbers
  too_long,      ///< a result of more than `longest_number` digits
};

/// What Terraform computes, with 512 bits.
struct Computed {
  std::string text;  ///< canonical; empty on an error
  ArithmeticError error = ArithmeticError::none;

  [[nodiscard]] bool ok() const { return error == ArithmeticError::none; }
};

[[nodiscard]] Computed add(const Number& left, const Number& right);
[[nodiscard]] Computed subtract(const Number& left, const Number& right);
[[nodiscard]] Computed multiply(const Number& left, const Number& right);
[[nodiscard]] Computed divide(const Number& left, const Number& right);
/// The remainder has the sign of the left side; of a division by zero it is the left side.
[[nodiscard]] Computed modulo(const Number& left, const Number& right);
[[nodiscard]] Computed negate(const Number& number);
[[nodiscard]] std::strong_ordering compare(const Number& left, const Number& right);

[[nodiscard]] Computed floor(const Number& number);
[[nodiscard]] Computed ceiling(const Number& number);
[[nodiscard]] Computed absolute(const Number& number);
/// Of the nearest 64-bit floating-point numbers, as Terraform does it.
[[nodiscard]] Computed power(const Number& base, const Number& exponent);
[[nodiscard]] Computed logarithm(const Number& number, const Number& base);
/// -1, 0 or 1.
[[nodiscard]] int sign(const Number& number);
/// Digits in a base from 2 to 62, with an optional sign.
[[nodiscard]] Computed parse_integer(std::string_view digits, int base);

/// As C's `printf` writes it for the verbs `e`, `E`, `f`, `g` and `G`.
[[nodiscard]] std::string formatted_number(const Number& number, char verb, int precision);
/// The digits of a whole number in a base from 2 to 36, without sign; nothing for one with a fraction.
[[nodiscard]] std::optional<std::string> whole_digits(const Number& number, int base);

}  // namespace smtplint
