#pragma once

#include <vector>

#include "knowledge/machine_commands.h"
#include "resource/machine_setup.h"
#include "resource/shapes.h"
#include "value/store.h"

namespace smtplint::engine {

/// The environments of the programs that a set-up runs out of images, a block for each.
[[nodiscard]] std::vector<Settings> settings_of_containers(const MachineSetup& setup,
                                                           const knowledge::ContainerCommand& commands,
                                                           ValueStore& store);

}  // namespace smtplint::engine
