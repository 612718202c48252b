#include "engine/languages/limits.h"

namespace smtplint::engine {

syntax::ParseLimits parse_limits(const knowledge::Limits& limits) {
  return {.deepest = limits.nesting, .progress_per_kilobyte = limits.parse_progress_per_kilobyte};
}

EvaluationLimits evaluation_limits(const knowledge::Limits& limits) {
  return {.file_bytes = limits.file_bytes,
          .nesting = limits.nesting,
          .parse_progress_per_kilobyte = limits.parse_progress_per_kilobyte,
          .evaluation_steps = limits.evaluation_steps,
          .expansion = limits.expansion,
          .text_bytes = limits.text_bytes,
          .module_depth = limits.module_depth};
}

}  // namespace smtplint::engine
