#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "value/store.h"

namespace smtplint::config {

/// The value of a variable; nothing where none is known.
using FindVariable = std::function<std::optional<Value>(std::string_view name)>;

struct Interpolated {
  Value value;
  std::vector<std::string> variables;  ///< where one of them is set, its value counts instead of a default
};

/// `$NAME`, `${NAME}`, `${NAME:-default}`, `${NAME:+other}` and `${NAME:?message}` as Compose and shells fill
/// them in; `$$` is a `$`. A variable without value and default is a part that is not known.
[[nodiscard]] Interpolated interpolate(Value text, const FindVariable& find, ValueStore& store);

/// The names of the variables that a text asks for.
[[nodiscard]] std::vector<std::string> variables_in(std::string_view text);

}  // namespace smtplint::config
