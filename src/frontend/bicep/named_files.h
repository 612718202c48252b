#pragma once

#include <map>
#include <string>
#include <vector>

#include "frontend/bicep/bicep.h"
#include "frontend/bicep/documents.h"

namespace smtplint::bicep {

/// Of each file that can be read, the files of the workspace that it names: its modules, its imports, the
/// template of a parameter file. Where a wanted file hangs together with others, however far, these are
/// parsed; of all others the bytes alone say what they may name.
[[nodiscard]] std::map<std::string, std::vector<std::string>> files_named(
    Documents& documents, const std::vector<std::string>& paths, const Wanted& wanted);

}  // namespace smtplint::bicep
