#pragma once

#include <vector>

#include "knowledge/check.h"
#include "rules/context.h"

namespace smtplint::rules {

/// The checks whose subject is a sender or its path, over all mailers of the deployment.
[[nodiscard]] std::vector<Identified> check_senders(const Context& context,
                                                    const std::vector<const knowledge::Check*>& checks);

}  // namespace smtplint::rules
