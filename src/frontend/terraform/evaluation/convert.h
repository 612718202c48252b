#pragma once

#include "value/store.h"
#include "value/value.h"

namespace smtplint::terraform {

/// Terraform's conversions between scalars: `25` to `"25"`, `"true"` to true. The text keeps its pieces, and
/// a number made of a text keeps its provenance. What cannot be converted is unknown (`evaluation_error`, at
/// `place`); unknown values, symbols and null stay what they are; alternatives are converted one by one.
[[nodiscard]] Value to_string_value(ValueStore& store, Value value, Place place);
[[nodiscard]] Value to_number_value(ValueStore& store, Value value, Place place);
[[nodiscard]] Value to_boolean_value(ValueStore& store, Value value, Place place);
/// A boolean of the value; unknown where it cannot be decided. Refused values count as unknown.
[[nodiscard]] Truth to_truth(Value value);

/// True where the value is an error of evaluation, or has one anywhere inside: what `try` and `can` ask.
[[nodiscard]] bool refused(Value value);

}  // namespace smtplint::terraform
