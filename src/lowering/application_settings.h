#pragma once

#include <vector>

#include "resource/shapes.h"

namespace smtplint::lowering {

/// Whether the variables of the environment that a document does not use stay where they are, or join the
/// settings of the same group in a document that lies below the environment.
enum class UnusedVariables { stay, join };

/// The documents of a program as it sees them that runs with an environment: a variable takes the place of
/// the setting that names it, or that has its name. What documents have taken leaves the environment.
void give_environment(std::vector<Settings>& documents, Settings& environment, UnusedVariables unused);

}  // namespace smtplint::lowering
