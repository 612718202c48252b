#include "value/number.h"

#include <cctype>
#include <charconv>

namespace smtplint {
namespace {

/// A number of more digits than this is no setting that anybody wrote; Terraform itself keeps 154.
constexpr int longest_exponent = 400;

struct Parts {
  bool negative = false;
  std::string digits;  ///< without the point
  int point = 0;       ///< how many digits stand before it
};

bool is_digit(char c) { return std::isdigit(static_cast<unsigned char>(c)) != 0; }

std::optional<int> exponent_of(std::string_view text) {
  if (text.starts_with('+')) text.remove_prefix(1);
  int exponent = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), exponent);
  if (text.empty() || error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  if (exponent > longest_exponent || exponent < -longest_exponent) return std::nullopt;
  return exponent;
}

std::optional<Parts> split(std::string_view text) {
  Parts parts;
  parts.negative = text.starts_with('-');
  if (parts.negative) text.remove_prefix(1);
  const std::size_t e = text.find_first_of("eE");
  std::string_view mantissa = text.substr(0, e);
  const std::size_t dot = mantissa.find('.');
  const std::string_view whole = mantissa.substr(0, dot);
  const std::string_view fraction = dot == std::string_view::npos ? "" : mantissa.substr(dot + 1);
  if (whole.empty() || (dot != std::string_view::npos && fraction.empty())) return std::nullopt;
  parts.digits = std::string(whole) + std::string(fraction);
  for (const char digit : parts.digits) {
    if (!is_digit(digit)) return std::nullopt;
  }
  parts.point = static_cast<int>(whole.size());
  if (e == std::string_view::npos) return parts;
  const std::optional<int> exponent = exponent_of(text.substr(e + 1));
  if (!exponent) return std::nullopt;
  parts.point += *exponent;
  return parts;
}

std::string written(Parts parts) {
  if (parts.point < 0) {
    parts.digits.insert(0, static_cast<std::size_t>(-parts.point), '0');
    parts.point = 0;
  }
  const auto point = static_cast<std::size_t>(parts.point);
  if (point > parts.digits.size()) parts.digits.append(point - parts.digits.size(), '0');
  std::string whole = parts.digits.substr(0, point);
  std::string fraction = parts.digits.substr(point);
  whole.erase(0, std::min(whole.find_first_not_of('0'), whole.size()));
  fraction.erase(fraction.find_last_not_of('0') + 1);
  if (whole.empty()) whole = "0";
  const bool zero = whole == "0" && fraction.empty();
  return (parts.negative && !zero ? "-" : "") + whole + (fraction.empty() ? "" : "." + fraction);
}

}  // namespace

std::optional<std::string> canonical_number(std::string_view text) {
  std::optional<Parts> parts = split(text);
  if (!parts) return std::nullopt;
  return written(std::move(*parts));
}

std::string to_text(const Number& number) {
  return number.is_integer() ? std::to_string(number.integer) : std::string(number.decimal);
}

}  // namespace smtplint
