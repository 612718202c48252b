#pragma once

#include "value/conditions.h"
#include "value/store.h"

namespace smtplint::deployment {

/// What a parameter is that gets no value and has no default: one of the values that it may have, each under
/// a condition of its own. `otherwise` where they are not a list of known scalars, or are too many.
[[nodiscard]] Value one_of_allowed(ValueStore& store, Conditions& conditions, Value listed, Value otherwise,
                                   Place declaration);

}  // namespace smtplint::deployment
