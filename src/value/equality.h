#pragma once

#include "value/truth.h"
#include "value/value.h"

namespace smtplint {

/// Whether two values are the same in type and content, wherever they come from. Unknown where a hole,
/// a symbol or an alternative could change the answer; two equal symbols are the same.
[[nodiscard]] Truth same_value(Value left, Value right);

}  // namespace smtplint
