#pragma once

#include "base/file_system.h"
#include "engine/analyze.h"
#include "engine/workspace/workspace.h"
#include "knowledge/catalogue.h"

namespace smtplint::engine {

/// Whether what a workspace configures runs in Azure, as far as anybody says: the user by the platform or a
/// subscription, else a name or a text of the workspace.
[[nodiscard]] bool runs_in_azure(const Request& request, const Workspace& workspace, const FileSystem& files,
                                 const knowledge::Catalogue& catalogue);

}  // namespace smtplint::engine
