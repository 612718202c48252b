#pragma once

#include <cstdint>

namespace smtplint::syntax {

/// Counted bounds of one parse. Whoever reads files gives those of `rules/platform/limits.yaml`; these are as
/// they stand there.
struct ParseLimits {
  std::uint32_t deepest = 200;                 ///< nesting of expressions, blocks and templates
  std::uint32_t progress_per_kilobyte = 4000;  ///< callbacks of the parser before it is stopped
};

}  // namespace smtplint::syntax
