#pragma once

#include <string>

#include "value/value.h"

namespace smtplint::model {

/// A value on one line, for dumps: what is not known stands in braces with its reason, what is secret as
/// `***`.
[[nodiscard]] std::string show(Value value);
[[nodiscard]] std::string show(Truth truth);

}  // namespace smtplint::model
