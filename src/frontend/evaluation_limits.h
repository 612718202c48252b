#pragma once

#include <cstdint>

#include "syntax/parse_limits.h"

namespace smtplint {

/// Counted bounds of an evaluation, whatever the language; all are given by the caller.
struct EvaluationLimits {
  std::uint64_t file_bytes = 0;  ///< of one file; larger ones are left out
  std::uint32_t nesting = 0;     ///< of what is parsed, and of expressions in one another
  std::uint32_t parse_progress_per_kilobyte = 0;
  std::uint64_t evaluation_steps = 0;  ///< of one root with one environment
  std::uint32_t expansion = 0;         ///< instances of one loop, elements of one call
  std::uint32_t text_bytes = 0;        ///< of one string value
  std::uint32_t module_depth = 0;      ///< of modules and deployments in one another

  [[nodiscard]] syntax::ParseLimits parsing() const { return {nesting, parse_progress_per_kilobyte}; }
};

}  // namespace smtplint
