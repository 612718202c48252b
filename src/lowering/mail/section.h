#pragma once

#include <string>

#include "resource/shapes.h"

namespace smtplint::lowering {

/// The name of the resource's property that a block is: `smtp` of `smtp { host = ... }`. Empty for documents
/// of their own, whose paths are complete.
[[nodiscard]] std::string section_of(const Settings& block);

}  // namespace smtplint::lowering
