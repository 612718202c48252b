#include "value/arithmetic.h"

#include <array>
#include <charconv>
#include <cmath>

#include "value/big_number.h"

namespace smtplint {
namespace {

/// Longer ones are exact in Terraform and would be rounded here.
constexpr std::size_t most_integer_digits = 84;

Computed refused(ArithmeticError error) { return {{}, error}; }

Computed whole(std::int64_t number) { return {std::to_string(number), ArithmeticError::none}; }

Computed finished(const BigNumber& number) {
  std::optional<std::string> text = number.text();
  if (!text) return refused(ArithmeticError::too_long);
  return {std::move(*text), ArithmeticError::none};
}

Computed nearest(double number) {
  if (!std::isfinite(number)) return refused(ArithmeticError::not_a_number);
  std::array<char, 32> buffer{};
  const auto [end, error] = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number);
  std::optional<std::string> text = canonical_number({buffer.data(), end});
  if (error != std::errc{} || !text) return refused(ArithmeticError::too_long);
  return {std::move(*text), ArithmeticError::none};
}

/// What a digit counts; up to base 36 capital letters are as small ones. No digit counts more than any base.
int digit_value(char c, int base) {
  constexpr int none = 99;
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'z') return c - 'a' + 10;
  if (c >= 'A' && c <= 'Z') return c - 'A' + (base > 36 ? 36 : 10);
  return none;
}

bool is_zero(const Number& number) { return number.is_integer() && number.integer == 0; }

bool both_integers(const Number& left, const Number& right) {
  return left.is_integer() && right.is_integer();
}

}  // namespace

Computed add(const Number& left, const Number& right) {
  std::int64_t sum = 0;
  if (both_integers(left, right) && !__builtin_add_overflow(left.integer, right.integer, &sum))
    return whole(sum);
  BigNumber result(left);
  result.add(BigNumber(right));
  return finished(result);
}

Computed subtract(const Number& left, const Number& right) {
  std::int64_t difference = 0;
  if (both_integers(left, right) && !__builtin_sub_overflow(left.integer, right.integer, &difference)) {
    return whole(difference);
  }
  BigNumber result(left);
  result.subtract(BigNumber(right));
  return finished(result);
}

Computed multiply(const Number& left, const Number& right) {
  std::int64_t product = 0;
  if (both_integers(left, right) && !__builtin_mul_overflow(left.integer, right.integer, &product)) {
    return whole(product);
  }
  BigNumber result(left);
  result.multiply(BigNumber(right));
  return finished(result);
}

Computed divide(const Number& left, const Number& right) {
  if (is_zero(right)) return refused(ArithmeticError::division_by_zero);
  const bool safe = both_integers(left, right) && right.integer != -1;
  if (safe && left.integer % right.integer == 0) return whole(left.integer / right.integer);
  BigNumber result(left);
  result.divide(BigNumber(right));
  return finished(result);
}

Computed modulo(const Number& left, const Number& right) {
  if (is_zero(right)) return {to_text(left), ArithmeticError::none};
  if (both_integers(left, right)) return whole(right.integer == -1 ? 0 : left.integer % right.integer);
  const BigNumber divisor(right);
  BigNumber whole_part(left);
  whole_part.divide(divisor);
  whole_part.truncate();
  whole_part.multiply(divisor);
  BigNumber result(left);
  result.subtract(whole_part);
  return finished(result);
}

Computed negate(const Number& number) { return subtract(Number{}, number); }

std::strong_ordering compare(const Number& left, const Number& right) {
  if (both_integers(left, right)) return left.integer <=> right.integer;
  return BigNumber(left).compare(BigNumber(right)) <=> 0;
}

Computed floor(const Number& number) {
  BigNumber result(number);
  result.round_down();
  return finished(result);
}

Computed ceiling(const Number& number) {
  BigNumber result(number);
  result.round_up();
  return finished(result);
}

Computed absolute(const Number& number) {
  return sign(number) < 0 ? negate(number) : Computed{to_text(number), ArithmeticError::none};
}

Computed power(const Number& base, const Number& exponent) {
  return nearest(std::pow(BigNumber(base).nearest_double(), BigNumber(exponent).nearest_double()));
}

Computed logarithm(const Number& number, const Number& base) {
  return nearest(std::log(BigNumber(number).nearest_double()) / std::log(BigNumber(base).nearest_double()));
}

int sign(const Number& number) {
  if (!number.is_integer()) return number.decimal.starts_with('-') ? -1 : 1;
  return number.integer < 0 ? -1 : (number.integer > 0 ? 1 : 0);
}

Computed parse_integer(std::string_view digits, int base) {
  const bool negative = digits.starts_with('-');
  if (negative || digits.starts_with('+')) digits.remove_prefix(1);
  if (digits.size() > most_integer_digits) return refused(ArithmeticError::too_long);
  std::string letters(digits);
  for (char& c : letters) {
    if (digit_value(c, base) >= base) return refused(ArithmeticError::not_a_number);
    const bool letter = c < '0' || c > '9';
    if (base > 36 && letter) c = static_cast<char>(c ^ 0x20);  // Go counts small letters first
  }
  std::optional<std::string> text = BigNumber::canonical(letters, base);
  if (!text || letters.empty()) return refused(ArithmeticError::not_a_number);
  return {(negative && *text != "0" ? "-" : "") + *text, ArithmeticError::none};
}

std::string formatted_number(const Number& number, char verb, int precision) {
  return BigNumber(number).formatted(verb, precision);
}

std::optional<std::string> whole_digits(const Number& number, int base) {
  const BigNumber big(number);
  if (!big.is_whole()) return std::nullopt;
  std::string digits = big.whole_digits(base);
  return digits.starts_with('-') ? digits.substr(1) : digits;
}

}  // namespace smtplint
