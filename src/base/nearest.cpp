#include "base/nearest.h"

#include <algorithm>
#include <array>

#include "base/letter_case.h"

namespace smtplint {
namespace {

constexpr std::size_t longest_word = 64;

bool same(char left, char right) { return lower_case(left) == lower_case(right); }

using Row = std::array<std::size_t, longest_word + 1>;

}  // namespace

std::size_t edit_distance(std::string_view left, std::string_view right, std::size_t bound) {
  if (left.size() > longest_word || right.size() > longest_word) return bound;
  Row before_last{};
  Row last{};
  Row current{};
  for (std::size_t j = 0; j <= right.size(); ++j) last[j] = j;
  for (std::size_t i = 1; i <= left.size(); ++i) {
    current[0] = i;
    std::size_t least = i;
    for (std::size_t j = 1; j <= right.size(); ++j) {
      const std::size_t changed = last[j - 1] + (same(left[i - 1], right[j - 1]) ? 0 : 1);
      current[j] = std::min({last[j] + 1, current[j - 1] + 1, changed});
      if (i > 1 && j > 1 && same(left[i - 1], right[j - 2]) && same(left[i - 2], right[j - 1])) {
        current[j] = std::min(current[j], before_last[j - 2] + 1);
      }
      least = std::min(least, current[j]);
    }
    // A swap reaches two rows back, so one row over the bound does not end it yet.
    if (least > bound) return bound;
    before_last = last;
    last = current;
  }
  return std::min(last[right.size()], bound);
}

std::optional<std::string_view> nearest_name(std::string_view word, std::span<const std::string_view> names) {
  if (word.empty() || word.size() > longest_word) return std::nullopt;
  std::size_t best = longest_word;
  std::optional<std::string_view> nearest;
  for (const std::string_view name : names) {
    const std::size_t allowed = std::max<std::size_t>(1, std::max(word.size(), name.size()) / 3);
    const std::size_t distance = edit_distance(word, name, std::min(best, allowed + 1));
    if (distance > allowed) continue;
    if (distance < best) {
      best = distance;
      nearest = name;
    }
  }
  return nearest;
}

}  // namespace smtplint
