#pragma once

#include <optional>
#include <span>
#include <vector>

#include "frontend/terraform/functions/call.h"

namespace smtplint::terraform::functions {

/// The values converted to one type, as Terraform does it for the elements of a list: numbers and booleans
/// beside strings become strings, objects with different attributes become maps. Nothing where there is no
/// such type. What is not known, or null, stays as it is.
[[nodiscard]] std::optional<std::vector<Value>> unified(Call& call, std::span<const Value> values);

/// A list, set or tuple as a list of one type: what a parameter of type `list(any)` makes of it. Refused
/// calls are unknown values.
[[nodiscard]] Value as_list(Call& call, Value sequence);
/// As a set: in Terraform's order and without repetition. Items that are not known stand last.
[[nodiscard]] Value as_set(Call& call, Value sequence);
/// An object or map as a map of one type.
[[nodiscard]] Value as_map(Call& call, Value mapping);
/// Each item as a string; unset items stay null. Nothing where one cannot be a string.
[[nodiscard]] std::optional<std::vector<Value>> as_strings(Call& call, Value sequence);

/// A set of items of one type.
[[nodiscard]] Value make_set(Call& call, std::vector<Value> items, const Reason* rest);

}  // namespace smtplint::terraform::functions
