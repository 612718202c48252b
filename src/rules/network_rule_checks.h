#pragma once

#include <vector>

#include "knowledge/check.h"
#include "rules/context.h"

namespace smtplint::rules {

/// The checks whose subject is a rule of a security group or firewall.
[[nodiscard]] std::vector<Identified> check_network_rules(const Context& context,
                                                          const std::vector<const knowledge::Check*>& checks);

}  // namespace smtplint::rules
