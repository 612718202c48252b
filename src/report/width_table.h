#pragma once

#include <span>

namespace smtplint::report {

/// Scalars from `first` to `last`, both included.
struct ScalarRange {
  char32_t first;
  char32_t last;
};

/// Sorted. Combining marks and joiners: they take no column of their own.
[[nodiscard]] std::span<const ScalarRange> zero_width_ranges();
/// Sorted. East Asian wide and full-width characters and emoji: two columns.
[[nodiscard]] std::span<const ScalarRange> double_width_ranges();

}  // namespace smtplint::report
