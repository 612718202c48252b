#include "frontend/time_point.h"

#include <chrono>

namespace smtplint {
namespace {

constexpr std::int64_t nanoseconds_of_second = 1'000'000'000;
constexpr std::int64_t seconds_of_day = 86'400;

std::chrono::sys_days days_of(const TimePoint& time) {
  return std::chrono::year(static_cast<int>(time.year)) / std::chrono::month(time.month) /
         std::chrono::day(time.day);
}

/// Reads fixed parts of a text one after the other.
class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}

  bool take(char c) {
    if (!text_.starts_with(c)) return false;
    text_.remove_prefix(1);
    return true;
  }
  std::optional<unsigned> digits(std::size_t count) {
    if (text_.size() < count) return std::nullopt;
    unsigned value = 0;
    for (const char c : text_.substr(0, count)) {
      if (c < '0' || c > '9') return std::nullopt;
      value = value * 10 + static_cast<unsigned>(c - '0');
    }
    text_.remove_prefix(count);
    return value;
  }
  /// `.5` in nanoseconds; nothing where no digit follows the point.
  std::optional<std::int64_t> fraction() {
    if (!take('.')) return 0;
    std::int64_t value = 0, scale = nanoseconds_of_second;
    std::size_t count = 0;
    for (; !text_.empty() && text_.front() >= '0' && text_.front() <= '9'; ++count) {
      scale /= 10;
      value += scale * (text_.front() - '0');
      text_.remove_prefix(1);
    }
    if (count == 0) return std::nullopt;
    return value;
  }
  [[nodiscard]] bool at_end() const { return text_.empty(); }

 private:
  std::string_view text_;
};

std::optional<int> read_offset(Reader& reader) {
  if (reader.take('Z')) return 0;
  const bool minus = reader.take('-');
  if (!minus && !reader.take('+')) return std::nullopt;
  const std::optional<unsigned> hours = reader.digits(2);
  if (!hours || !reader.take(':')) return std::nullopt;
  const std::optional<unsigned> minutes = reader.digits(2);
  if (!minutes || *hours > 23 || *minutes > 59) return std::nullopt;
  const int offset = static_cast<int>(*hours * 60 + *minutes);
  return minus ? -offset : offset;
}

void append_padded(std::string& text, std::int64_t value, std::size_t digits) {
  const std::string plain = std::to_string(value);
  text.append(plain.size() < digits ? digits - plain.size() : 0, '0');
  text += plain;
}

struct Unit {
  std::string_view name;
  std::int64_t nanoseconds;
};
constexpr Unit units[] = {{"ns", 1},
                          {"us", 1000},
                          {"\xc2\xb5s", 1000},
                          {"\xce\xbcs", 1000},
                          {"ms", 1'000'000},
                          {"s", nanoseconds_of_second},
                          {"m", 60 * nanoseconds_of_second},
                          {"h", 3600 * nanoseconds_of_second}};

/// The unit that a text begins with, the longest name first.
const Unit* unit_of(std::string_view text) {
  const std::size_t end = text.find_first_of("0123456789.");
  for (const Unit& unit : units) {
    if (text.substr(0, end) == unit.name) return &unit;
  }
  return nullptr;
}

}  // namespace

std::int64_t TimePoint::seconds() const {
  const std::int64_t days = days_of(*this).time_since_epoch().count();
  return days * seconds_of_day + hour * 3600 + minute * 60 + second - std::int64_t{offset_minutes} * 60;
}

unsigned TimePoint::weekday() const { return std::chrono::weekday(days_of(*this)).c_encoding(); }

std::optional<TimePoint> read_time(std::string_view text) {
  Reader reader(text);
  const auto year = reader.digits(4);
  const bool first_dash = reader.take('-');
  const auto month = reader.digits(2);
  const bool second_dash = reader.take('-');
  const auto day = reader.digits(2);
  if (!year || !first_dash || !month || !second_dash || !day || !reader.take('T')) return std::nullopt;
  const auto hour = reader.digits(2);
  const bool first_colon = reader.take(':');
  const auto minute = reader.digits(2);
  const bool second_colon = reader.take(':');
  const auto second = reader.digits(2);
  if (!hour || !first_colon || !minute || !second_colon || !second) return std::nullopt;
  const std::optional<std::int64_t> fraction = reader.fraction();
  const std::optional<int> offset = fraction ? read_offset(reader) : std::nullopt;
  if (!offset || !reader.at_end() || *hour > 23 || *minute > 59 || *second > 59) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year(static_cast<int>(*year)),
                                         std::chrono::month(*month), std::chrono::day(*day)};
  if (!date.ok()) return std::nullopt;
  return TimePoint{*year, *month, *day, *hour, *minute, *second, *fraction, *offset};
}

std::string time_text(const TimePoint& time) {
  std::string text;
  append_padded(text, time.year, 4);
  for (const auto& [mark, value] : {std::pair{'-', time.month},
                                    {'-', time.day},
                                    {'T', time.hour},
                                    {':', time.minute},
                                    {':', time.second}}) {
    text += mark;
    append_padded(text, value, 2);
  }
  if (time.offset_minutes == 0) return text + "Z";
  text += time.offset_minutes < 0 ? '-' : '+';
  append_padded(text, std::abs(time.offset_minutes) / 60, 2);
  text += ':';
  append_padded(text, std::abs(time.offset_minutes) % 60, 2);
  return text;
}

std::optional<std::int64_t> read_duration(std::string_view text) {
  const bool minus = text.starts_with('-');
  if (minus || text.starts_with('+')) text.remove_prefix(1);
  if (text == "0") return 0;
  if (text.empty()) return std::nullopt;
  std::int64_t total = 0;
  while (!text.empty()) {
    std::int64_t whole = 0;
    std::size_t digits = 0;
    for (; digits < text.size() && text[digits] >= '0' && text[digits] <= '9'; ++digits) {
      if (__builtin_mul_overflow(whole, std::int64_t{10}, &whole)) return std::nullopt;
      if (__builtin_add_overflow(whole, std::int64_t{text[digits] - '0'}, &whole)) return std::nullopt;
    }
    text.remove_prefix(digits);
    const bool point = text.starts_with('.');
    const std::size_t end = point ? std::min(text.find_first_not_of("0123456789", 1), text.size()) : 0;
    const std::string_view fraction = text.substr(0, end);
    if (digits == 0 && fraction.size() < 2) return std::nullopt;
    text.remove_prefix(end);
    const Unit* unit = unit_of(text);
    if (unit == nullptr) return std::nullopt;
    text.remove_prefix(unit->name.size());
    if (__builtin_mul_overflow(whole, unit->nanoseconds, &whole)) return std::nullopt;
    double scale = static_cast<double>(unit->nanoseconds), part = 0;
    for (const char c : fraction.substr(fraction.empty() ? 0 : 1)) part += (scale /= 10) * (c - '0');
    if (__builtin_add_overflow(whole, static_cast<std::int64_t>(part), &whole)) return std::nullopt;
    if (__builtin_add_overflow(total, whole, &total)) return std::nullopt;
  }
  return minus ? -total : total;
}

std::optional<TimePoint> later(const TimePoint& time, std::int64_t nanoseconds) {
  std::int64_t fraction = time.nanosecond + nanoseconds % nanoseconds_of_second;
  std::int64_t seconds =
      time.seconds() + nanoseconds / nanoseconds_of_second + std::int64_t{time.offset_minutes} * 60;
  if (fraction < 0) {
    fraction += nanoseconds_of_second;
    --seconds;
  }
  seconds += fraction / nanoseconds_of_second;
  std::int64_t days = seconds / seconds_of_day, rest = seconds % seconds_of_day;
  if (rest < 0) {
    rest += seconds_of_day;
    --days;
  }
  const std::chrono::year_month_day date{std::chrono::sys_days{std::chrono::days{days}}};
  const int year = static_cast<int>(date.year());
  if (year < 0 || year > 9999) return std::nullopt;
  return TimePoint{year,
                   static_cast<unsigned>(date.month()),
                   static_cast<unsigned>(date.day()),
                   static_cast<unsigned>(rest / 3600),
                   static_cast<unsigned>(rest / 60 % 60),
                   static_cast<unsigned>(rest % 60),
                   fraction % nanoseconds_of_second,
                   time.offset_minutes};
}

}  // namespace smtplint
