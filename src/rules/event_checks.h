#pragma once

#include <vector>

#include "knowledge/check.h"
#include "rules/context.h"

namespace smtplint::rules {

/// The checks whose subject is an event, also those events that a deployment itself gives: one
/// `unresolved-value` for each reason that leaves the verdict on a sender open.
[[nodiscard]] std::vector<Identified> check_events(const Context& context,
                                                   const std::vector<const knowledge::Check*>& checks);

/// The same for events that belong to no deployment.
[[nodiscard]] std::vector<Identified> check_events(const std::vector<EventFact>& events,
                                                   const SourceStore& sources,
                                                   const std::vector<const knowledge::Check*>& checks);

}  // namespace smtplint::rules
