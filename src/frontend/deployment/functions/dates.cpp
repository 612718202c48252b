#include <algorithm>
#include <charconv>

#include "frontend/deployment/functions/computations.h"
#include "frontend/time_point.h"

namespace smtplint::deployment::functions {
namespace {

constexpr std::int64_t nanoseconds_of_second = 1'000'000'000;

struct Unit {
  char letter;
  std::int64_t seconds;
};
constexpr std::int64_t day = 86'400;
/// Azure counts 365 days for a year and 30 for a month, wherever they begin.
constexpr Unit units_of_date[] = {{'Y', 365 * day}, {'M', 30 * day}, {'W', 7 * day}, {'D', day}};
constexpr Unit units_of_time[] = {{'H', 3600}, {'M', 60}, {'S', 1}};

std::optional<std::int64_t> seconds_of(std::span<const Unit> units, std::string_view text) {
  std::int64_t total = 0;
  while (!text.empty()) {
    std::int64_t count = 0, seconds = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), count);
    if (error != std::errc{} || end == text.data() + text.size() || count < 0) return std::nullopt;
    const auto unit = std::ranges::find(units, *end, &Unit::letter);
    if (unit == units.end()) return std::nullopt;
    if (__builtin_mul_overflow(count, unit->seconds, &seconds)) return std::nullopt;
    if (__builtin_add_overflow(total, seconds, &total)) return std::nullopt;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()) + 1);
  }
  return total;
}

/// Nanoseconds of `P1DT2H`, `-PT30M`.
std::optional<std::int64_t> read_iso_duration(std::string_view text) {
  const bool minus = text.starts_with('-');
  if (minus) text.remove_prefix(1);
  if (!text.starts_with('P') || text.size() < 3) return std::nullopt;
  text.remove_prefix(1);
  const std::size_t time = std::min(text.find('T'), text.size());
  const auto days = seconds_of(units_of_date, text.substr(0, time));
  const auto rest = seconds_of(units_of_time, text.substr(std::min(time + 1, text.size())));
  std::int64_t nanoseconds = 0;
  if (!days || !rest || __builtin_add_overflow(*days, *rest, &nanoseconds)) return std::nullopt;
  if (__builtin_mul_overflow(nanoseconds, nanoseconds_of_second, &nanoseconds)) return std::nullopt;
  return minus ? -nanoseconds : nanoseconds;
}

}  // namespace

/// With a format of its own, or where the base is written in another way, the text is .NET's affair. A space
/// may part date and time of the base; in the sum it is a `T`.
Value date_time_add(Call& call) {
  std::string written(call.chars(0));
  if (written.size() > 10 && written[10] == ' ') written[10] = 'T';
  const std::optional<TimePoint> base = read_time(written);
  const std::optional<std::int64_t> duration = read_iso_duration(call.chars(1));
  if (!base || base->offset_minutes != 0 || !duration || call.count() > 2) return call.unsupported();
  const std::optional<TimePoint> sum = later(*base, *duration);
  return sum ? call.string(time_text(*sum)) : call.refuse();
}

Value date_time_from_epoch(Call& call) {
  std::int64_t nanoseconds = 0;
  if (__builtin_mul_overflow(call.integer(0), nanoseconds_of_second, &nanoseconds)) return call.unsupported();
  const TimePoint epoch{1970};
  const std::optional<TimePoint> time = later(epoch, nanoseconds);
  return time ? call.string(time_text(*time)) : call.refuse();
}

Value date_time_to_epoch(Call& call) {
  const std::optional<TimePoint> time = read_time(call.chars(0));
  return time ? call.integer_result(time->seconds()) : call.unsupported();
}

}  // namespace smtplint::deployment::functions
