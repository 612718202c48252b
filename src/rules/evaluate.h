#pragma once

#include <string>
#include <vector>

#include "knowledge/check.h"
#include "rules/context.h"

namespace smtplint::rules {

/// Evaluates the checks over one deployment. Severities are effective; findings come in no particular order.
[[nodiscard]] Outcome evaluate(const Context& context, const std::vector<const knowledge::Check*>& checks);

}  // namespace smtplint::rules
