#pragma once

#include <string_view>

namespace smtplint {

/// What may cut work off. The first ones have their number in `rules/platform/limits.yaml`.
enum class Limit {
  nesting,
  evaluation_steps,
  expansion,
  text_bytes,
  module_depth,
  embedded_depth,
  alternatives,   ///< that one value may have
  number_digits,  ///< that one number may have
};

/// As messages and `rules/platform/limits.yaml` spell it: `evaluation-steps`.
[[nodiscard]] std::string_view to_string(Limit limit);

}  // namespace smtplint
