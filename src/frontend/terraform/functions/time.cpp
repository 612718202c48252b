#include <array>

#include "frontend/terraform/functions/computations.h"
#include "frontend/time_point.h"

namespace smtplint::terraform::functions {
namespace {

constexpr std::array<std::string_view, 12> months = {"January",   "February", "March",    "April",
                                                     "May",       "June",     "July",     "August",
                                                     "September", "October",  "November", "December"};
constexpr std::array<std::string_view, 7> weekdays = {"Sunday",   "Monday", "Tuesday", "Wednesday",
                                                      "Thursday", "Friday", "Saturday"};

std::string padded(std::int64_t value, std::size_t digits) {
  const std::string plain = std::to_string(value);
  return std::string(plain.size() < digits ? digits - plain.size() : 0, '0') + plain;
}

std::string offset_text(const TimePoint& time, std::string_view between) {
  const int offset = std::abs(time.offset_minutes);
  return (time.offset_minutes < 0 ? "-" : "+") + padded(offset / 60, 2) + std::string(between) +
         padded(offset % 60, 2);
}

using Formatted = std::optional<std::string>;

Formatted one_or_two(std::size_t length, std::int64_t value) {
  return length > 2 ? std::nullopt : Formatted(padded(value, length));
}

Formatted year_text(std::size_t length, const TimePoint& time) {
  if (length == 2) return padded(time.year % 100, 2);
  return length == 4 ? Formatted(padded(time.year, 4)) : std::nullopt;
}

/// A name in full from four letters of the pattern on, its first three letters for three.
Formatted name_text(std::size_t length, std::string_view name) {
  if (length == 3) return std::string(name.substr(0, 3));
  return length == 4 ? Formatted(std::string(name)) : std::nullopt;
}

Formatted half_day_text(std::size_t length, const TimePoint& time, bool capitals) {
  if (length != 2) return std::nullopt;
  if (capitals) return time.hour < 12 ? "AM" : "PM";
  return time.hour < 12 ? "am" : "pm";
}

Formatted zone_text(std::size_t length, const TimePoint& time) {
  const bool utc = time.offset_minutes == 0;
  switch (length) {
    case 1:
      return utc ? "Z" : offset_text(time, ":");
    case 3:
      return utc ? "UTC" : offset_text(time, "");
    case 4:
      return offset_text(time, "");
    case 5:
      return offset_text(time, ":");
    default:
      return std::nullopt;
  }
}

/// One run of the same letter in a pattern.
Formatted field_text(char letter, std::size_t length, const TimePoint& time) {
  switch (letter) {
    case 'Y':
      return year_text(length, time);
    case 'M':
      return length > 2 ? name_text(length, months[time.month - 1]) : one_or_two(length, time.month);
    case 'D':
      return one_or_two(length, time.day);
    case 'E':
      return name_text(length, weekdays[time.weekday()]);
    case 'h':
      return one_or_two(length, time.hour);
    case 'H':
      return one_or_two(length, time.hour % 12 == 0 ? 12 : time.hour % 12);
    case 'm':
      return one_or_two(length, time.minute);
    case 's':
      return one_or_two(length, time.second);
    case 'A':
    case 'a':
      return half_day_text(length, time, letter == 'A');
    case 'Z':
      return zone_text(length, time);
    default:
      return std::nullopt;
  }
}

/// A quoted part from its opening quote on; two quotes stand for one.
struct Quoted {
  std::string text;
  std::size_t length = 0;
};
std::optional<Quoted> read_quoted(std::string_view pattern) {
  if (pattern.starts_with("''")) return Quoted{"'", 2};
  Quoted quoted;
  for (std::size_t i = 1; i < pattern.size(); ++i) {
    if (pattern[i] != '\'') {
      quoted.text += pattern[i];
    } else if (pattern.substr(i).starts_with("''")) {
      quoted.text += pattern[i++];
    } else {
      quoted.length = i + 1;
      return quoted;
    }
  }
  return std::nullopt;
}

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

}  // namespace

Value format_date(Call& call) {
  const std::optional<TimePoint> time = read_time(call.chars(1));
  if (!time) return call.refuse();
  const std::string_view pattern = call.chars(0);
  std::string text;
  for (std::size_t at = 0; at < pattern.size();) {
    if (pattern[at] == '\'') {
      const std::optional<Quoted> quoted = read_quoted(pattern.substr(at));
      if (!quoted) return call.refuse();
      text += quoted->text;
      at += quoted->length;
    } else if (is_letter(pattern[at])) {
      const std::size_t end = std::min(pattern.find_first_not_of(pattern[at], at), pattern.size());
      const Formatted field = field_text(pattern[at], end - at, *time);
      if (!field) return call.refuse();
      text += *field;
      at = end;
    } else {
      text += pattern[at++];
    }
  }
  return call.string(text);
}

Value time_add(Call& call) {
  const std::optional<TimePoint> time = read_time(call.chars(0));
  const std::optional<std::int64_t> duration = read_duration(call.chars(1));
  if (!time || !duration) return call.refuse();
  const std::optional<TimePoint> result = later(*time, *duration);
  return result ? call.string(time_text(*result)) : call.refuse();
}

Value time_compare(Call& call) {
  const std::optional<TimePoint> left = read_time(call.chars(0)), right = read_time(call.chars(1));
  if (!left || !right) return call.refuse();
  const auto key = [](const TimePoint& time) { return std::pair(time.seconds(), time.nanosecond); };
  return call.integer_result(key(*left) < key(*right) ? -1 : (key(*left) > key(*right) ? 1 : 0));
}

}  // namespace smtplint::terraform::functions
