#pragma once

#include <vector>

#include "lowering/linker.h"
#include "lowering/mapped.h"
#include "resource/shapes.h"

namespace smtplint::lowering {

/// Adds to the things what other resources say about them: associations, configuration that is declared
/// apart. What may or may not be attached leaves its things incomplete.
void attach(const std::vector<Resource>& resources, const std::vector<knowledge::Mapping>& mappings,
            MappedThings& things, const Linker& linker, ValueStore& store);

}  // namespace smtplint::lowering
