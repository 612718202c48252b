#include "frontend/terraform/functions/yaml_scalar.h"

#include <re2/re2.h>

#include <algorithm>

#include "frontend/time_point.h"
#include "value/arithmetic.h"

namespace smtplint::terraform::functions {
namespace {

constexpr std::string_view nulls[] = {"", "~", "null", "Null", "NULL"};
constexpr std::string_view yes_words[] = {"y",    "Y",    "yes", "Yes", "YES", "true",
                                          "True", "TRUE", "on",  "On",  "ON"};
constexpr std::string_view no_words[] = {"n",     "N",     "no",  "No",  "NO", "false",
                                         "False", "FALSE", "off", "Off", "OFF"};
constexpr std::string_view infinities[] = {".nan",  ".NaN",  ".NAN",  ".inf",  ".Inf",  ".INF",
                                           "+.inf", "+.Inf", "+.INF", "-.inf", "-.Inf", "-.INF"};

template <std::size_t N>
bool in(const std::string_view (&words)[N], std::string_view word) {
  return std::ranges::find(words, word) != std::end(words);
}

std::optional<std::string> in_base(std::string_view text, std::string_view prefix, int base) {
  if (!text.starts_with(prefix) || text.size() == prefix.size()) return std::nullopt;
  const std::string_view digits = text.substr(prefix.size());
  if (digits.starts_with('-') || digits.starts_with('+')) return std::nullopt;
  const Computed number = parse_integer(digits, base);
  return number.ok() ? std::optional(number.text) : std::nullopt;
}

std::optional<std::string> number_text(std::string_view text) {
  if (auto hex = in_base(text, "0x", 16)) return hex;
  if (auto octal = in_base(text, "0o", 8)) return octal;
  static const RE2 decimal(R"([-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?)");
  if (!RE2::FullMatch(re2::StringPiece(text.data(), text.size()), decimal)) return std::nullopt;
  return canonical_number(text);
}

std::string two_digits(const std::string& digits) { return digits.size() < 2 ? "0" + digits : digits; }

/// `2001-1-2` and `2001-12-14T21:59:43.1-05:00`.
std::optional<std::string> time_of(std::string_view text) {
  static const RE2 date(
      R"(([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?:([Tt]| +)([0-9]{1,2}):([0-9]{1,2}):([0-9]{1,2})(?:\.[0-9]+)?(Z|[-+][0-9]{2}:[0-9]{2})?)?)");
  std::string year, month, day, between, hour, minute, second, zone;
  const re2::StringPiece piece(text.data(), text.size());
  if (!RE2::FullMatch(piece, date, &year, &month, &day, &between, &hour, &minute, &second, &zone))
    return std::nullopt;
  const bool with_letter = between == "T" || between == "t";
  if (with_letter == zone.empty() && !between.empty()) return std::nullopt;
  const std::string clock =
      between.empty() ? "00:00:00" : two_digits(hour) + ":" + two_digits(minute) + ":" + two_digits(second);
  const std::string whole =
      year + "-" + two_digits(month) + "-" + two_digits(day) + "T" + clock + (zone.empty() ? "Z" : zone);
  const std::optional<TimePoint> time = read_time(whole);
  return time ? std::optional(time_text(*time)) : std::nullopt;
}

}  // namespace

YamlScalar resolve_yaml(std::string_view plain) {
  if (in(nulls, plain)) return {YamlKind::null, false, {}};
  if (in(yes_words, plain)) return {YamlKind::boolean, true, {}};
  if (in(no_words, plain)) return {YamlKind::boolean, false, {}};
  if (in(infinities, plain)) return {YamlKind::infinite, false, {}};
  if (auto number = number_text(plain)) return {YamlKind::number, false, std::move(*number)};
  if (auto time = time_of(plain)) return {YamlKind::time, false, std::move(*time)};
  return {YamlKind::string, false, std::string(plain)};
}

}  // namespace smtplint::terraform::functions
