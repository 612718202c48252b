#pragma once

#include "lowering/assembly.h"

namespace smtplint::lowering {

/// The machine that a set-up names by an address of it: one that its interface has, or of a public address
/// that its interface is given. None where that leads to no machine of the deployment, or to several.
[[nodiscard]] model::Id<model::Workload> machine_reached(const Assembly& assembly, const Mapped& setup);

}  // namespace smtplint::lowering
