#pragma once

#include "frontend/evaluation_limits.h"
#include "knowledge/limits.h"
#include "syntax/parse_limits.h"

/// The budgets of `rules/platform/limits.yaml` in the words of those who keep them.
namespace smtplint::engine {

[[nodiscard]] syntax::ParseLimits parse_limits(const knowledge::Limits& limits);
[[nodiscard]] EvaluationLimits evaluation_limits(const knowledge::Limits& limits);

}  // namespace smtplint::engine
