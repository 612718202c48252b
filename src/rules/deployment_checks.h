#pragma once

#include <vector>

#include "knowledge/check.h"
#include "rules/context.h"

namespace smtplint::rules {

/// The checks whose subject is the deployment: once for each subscription reference whose senders hang on a
/// type that is not known.
[[nodiscard]] std::vector<Identified> check_deployment(const Context& context,
                                                       const std::vector<const knowledge::Check*>& checks);

}  // namespace smtplint::rules
