#pragma once

#include <cstdint>
#include <string>

#include "diagnostic/report.h"
#include "report/secret_mask.h"

namespace smtplint::report {

/// One line of source as a terminal shows it, with the columns that a place covers in it. Long lines are cut
/// to a window around the place.
struct Excerpt {
  std::uint32_t line = 1;        ///< number of the place's first line
  std::string text;              ///< no wider than 206 columns
  std::uint32_t mark_begin = 0;  ///< terminal columns before the mark
  std::uint32_t mark_width = 1;  ///< at least one
  std::uint32_t last_line = 1;   ///< where the place ends; above `line` if it spans several
};

/// `place` must be known.
[[nodiscard]] Excerpt excerpt_of(const SourceStore& sources, Place place, const SecretMask& mask);

}  // namespace smtplint::report
