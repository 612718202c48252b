#pragma once

#include <string>

#include "value/value.h"

namespace smtplint::engine {

/// A value as JSON for people: what is not known stands as `{"unknown": reason}`, a symbol as `{"reference": name}`,
/// a secret as `"***"`. Bounded in depth.
[[nodiscard]] std::string value_text(Value value);

}  // namespace smtplint::engine
