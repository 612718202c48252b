#pragma once

#include <span>

#include "value/store.h"
#include "value/value.h"

namespace smtplint {

/// `value` where all of the choices are taken, `otherwise` where one of them is not.
[[nodiscard]] Value under_choices(ValueStore& store, std::span<const Choice> choices, Value value,
                                  Value otherwise);

/// What a value is where all of the choices are taken.
[[nodiscard]] Value where_taken(ValueStore& store, std::span<const Choice> choices, Value value);

}  // namespace smtplint
