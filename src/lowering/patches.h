#pragma once

#include "lowering/linker.h"
#include "lowering/mapped.h"

namespace smtplint::lowering {

/// A resource that names another one by `resource_id` changes that one instead of being one more: what it
/// writes goes over what is written there. Where the other is not in the deployment, the patch stands for it,
/// as a thing that is declared elsewhere.
void apply_patches(MappedThings& things, const Linker& linker, ValueStore& store);

}  // namespace smtplint::lowering
