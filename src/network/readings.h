#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "value/truth.h"
#include "value/value.h"

/// What values of the model say, in three-valued logic.
namespace smtplint::network {

/// Whether a value, or any element of it, is one of the words; compared without case.
[[nodiscard]] Truth says(Value value, const std::vector<std::string>& words);
[[nodiscard]] Truth flag(Value value);
/// Whether a list has an element, a scalar a content.
[[nodiscard]] Truth given(Value value);
[[nodiscard]] std::optional<std::int64_t> integer(Value value);
/// A known text or number.
[[nodiscard]] std::optional<std::string> text(Value value);
/// Whether two lists have an element in common; symbols are equal where they mean the same thing.
[[nodiscard]] Truth share_element(Value left, Value right);
/// As somebody wrote it: for what people read.
[[nodiscard]] std::string written(Value value);

}  // namespace smtplint::network
