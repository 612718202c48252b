#pragma once

#include <span>

#include "value/conditions.h"
#include "value/store.h"
#include "value/value.h"

namespace smtplint {

/// `value` where all of the choices are taken, `otherwise` where one of them is not.
[[nodiscard]] Value under_choices(ValueStore& store, std::span<const Choice> choices, Value value,
                                  Value otherwise);

/// What a value is where all of the choices are taken.
[[nodiscard]] Value where_taken(ValueStore& store, std::span<const Choice> choices, Value value);

/// What stands under a key that something not wholly known may hold too: the value, or that one's on the one
/// condition that it holds the key.
[[nodiscard]] Value unless_replaced(ValueStore& store, Conditions& conditions, Value value, const Reason* by,
                                    Place place);

}  // namespace smtplint
