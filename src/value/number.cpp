#include "value/number.h"

#include <algorithm>
#include <charconv>

#include "value/big_number.h"

namespace smtplint {
namespace {

/// Every decimal of so many digits survives 512 bits unchanged.
constexpr std::size_t exact_digits = 153;

struct Parts {
  bool negative = false;
  std::string digits;      ///< without the point, leading and trailing zeros
  std::int64_t point = 0;  ///< how many digits stand before it
};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::optional<std::int64_t> exponent_of(std::string_view text) {
  if (text.starts_with('+')) text.remove_prefix(1);
  std::int32_t exponent = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), exponent);
  if (text.empty() || error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return exponent;
}

std::optional<Parts> split(std::string_view text) {
  Parts parts;
  parts.negative = text.starts_with('-');
  if (parts.negative || text.starts_with('+')) text.remove_prefix(1);
  const std::size_t e = text.find_first_of("eE");
  const std::string_view mantissa = text.substr(0, e);
  const std::size_t dot = mantissa.find('.');
  const std::string_view whole = mantissa.substr(0, dot);
  const std::string_view fraction = dot == std::string_view::npos ? "" : mantissa.substr(dot + 1);
  parts.digits = std::string(whole) + std::string(fraction);
  if (parts.digits.empty() || !std::ranges::all_of(parts.digits, is_digit)) return std::nullopt;
  parts.point = static_cast<std::int64_t>(whole.size());
  if (e != std::string_view::npos) {
    const std::optional<std::int64_t> exponent = exponent_of(text.substr(e + 1));
    if (!exponent) return std::nullopt;
    parts.point += *exponent;
  }
  const std::size_t zeros = std::min(parts.digits.find_first_not_of('0'), parts.digits.size());
  parts.digits.erase(0, zeros);
  parts.point -= static_cast<std::int64_t>(zeros);
  parts.digits.erase(parts.digits.find_last_not_of('0') + 1);
  return parts;
}

std::string written(const Parts& parts) {
  const auto size = static_cast<std::int64_t>(parts.digits.size());
  const std::string sign = parts.negative ? "-" : "";
  if (parts.point <= 0)
    return sign + "0." + std::string(static_cast<std::size_t>(-parts.point), '0') + parts.digits;
  const auto point = static_cast<std::size_t>(parts.point);
  if (parts.point >= size) return sign + parts.digits + std::string(point - parts.digits.size(), '0');
  return sign + parts.digits.substr(0, point) + "." + parts.digits.substr(point);
}

}  // namespace

std::optional<std::string> canonical_number(std::string_view text) {
  const std::optional<Parts> parts = split(text);
  if (!parts) return std::nullopt;
  if (parts->digits.empty()) return "0";
  constexpr auto farthest = static_cast<std::int64_t>(longest_number);
  if (parts->point > farthest || parts->point < -farthest) return std::nullopt;
  if (parts->digits.size() <= exact_digits) return written(*parts);
  const std::string scientific =
      (parts->negative ? "-0." : "0.") + parts->digits + "e" + std::to_string(parts->point);
  return BigNumber::canonical(scientific, 10);
}

Number number_of(std::string_view canonical) {
  Number number;
  const char* last = canonical.data() + canonical.size();
  const auto [end, error] = std::from_chars(canonical.data(), last, number.integer);
  if (error == std::errc{} && end == last) return number;
  return {0, canonical};
}

std::string to_text(const Number& number) {
  return number.is_integer() ? std::to_string(number.integer) : std::string(number.decimal);
}

}  // namespace smtplint
