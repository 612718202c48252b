#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace smtplint {

/// A moment as it is written: a date and time of day with its distance to UTC.
struct TimePoint {
  std::int64_t year = 0;
  unsigned month = 1, day = 1, hour = 0, minute = 0, second = 0;
  std::int64_t nanosecond = 0;
  int offset_minutes = 0;

  /// Seconds since 1970 in UTC.
  [[nodiscard]] std::int64_t seconds() const;
  /// 0 for Sunday.
  [[nodiscard]] unsigned weekday() const;
};

/// RFC 3339: `2018-01-02T23:12:01Z`.
[[nodiscard]] std::optional<TimePoint> read_time(std::string_view text);
[[nodiscard]] std::string time_text(const TimePoint& time);
/// Nanoseconds of a duration as Go writes it: `1h30m`, `-1.5s`.
[[nodiscard]] std::optional<std::int64_t> read_duration(std::string_view text);
/// The moment so many nanoseconds later, at the same distance to UTC; nothing outside the years 0 to 9999.
[[nodiscard]] std::optional<TimePoint> later(const TimePoint& time, std::int64_t nanoseconds);

}  // namespace smtplint
