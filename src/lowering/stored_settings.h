#pragma once

#include "lowering/assembly.h"
#include "value/value.h"

namespace smtplint::lowering {

/// The settings of each store, which some program reads: which one, no resource says.
void build_stored_settings(Assembly& assembly);

/// What a secret holds that a setting refers to in place of its value, and that the deployment writes; else
/// the value itself.
[[nodiscard]] Value held_by_secret(Assembly& assembly, Value value);

}  // namespace smtplint::lowering
