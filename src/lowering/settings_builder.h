#pragma once

#include "lowering/assembly.h"

namespace smtplint::lowering {

/// A block of settings for each environment of each workload. Workloads come first.
void build_settings(Assembly& assembly);

}  // namespace smtplint::lowering
