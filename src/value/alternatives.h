#pragma once

#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "value/store.h"
#include "value/value.h"

namespace smtplint {

/// Both lists together; nothing where they take opposite branches of one condition.
[[nodiscard]] std::optional<std::vector<Choice>> joined_choices(std::span<const Choice> left,
                                                                std::span<const Choice> right);

/// One value that is each of `choices` under its condition. Objects join key by key (a key that one of them
/// lacks is absent there), lists of one length item by item; what cannot join is unknown (`conflict`).
[[nodiscard]] Value join_alternatives(ValueStore& store, const std::vector<Alternative>& choices,
                                      Place place);

/// Where `map_alternatives` looks for alternatives.
enum class Reach {
  top,         ///< the arguments themselves; what is inside of them is handed on as it is
  everywhere,  ///< also inside of lists and objects: the result hangs on all of it
};

/// Calls `function` for every combination of the arguments' alternatives that can hold together, and joins
/// the results. More than `most_alternatives` combinations are unknown (`limit`). A key that is absent in a
/// combination is left out of its object.
[[nodiscard]] Value map_alternatives(ValueStore& store, std::span<const Value> arguments, Reach reach,
                                     Place place,
                                     const std::function<Value(std::span<const Value>)>& function);

}  // namespace smtplint
