#pragma once

#include "value/store.h"
#include "value/value.h"

namespace smtplint {

/// Alternatives that stand for something of which they are all that it can be: where there would be too many
/// of them it is unknown, for this reason, and texts keep what is known around it.
[[nodiscard]] Value standing_for(ValueStore& store, Value alternatives, const Reason* reason);

/// nullptr where a value stands for itself.
[[nodiscard]] const Reason* stands_for(Value value);

}  // namespace smtplint
