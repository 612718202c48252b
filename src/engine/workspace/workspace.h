#pragma once

#include <string>
#include <vector>

#include "base/file_system.h"
#include "diagnostic/report.h"

namespace smtplint::engine {

/// The files of a workspace.
struct Workspace {
  std::vector<std::string> paths;     ///< sorted
  std::vector<SkippedFile> left_out;  ///< links out of the workspace, special files
};

/// All files below the workspace's folder, without the folders that are never searched (by name).
[[nodiscard]] Workspace list_workspace(const FileSystem& files, const std::vector<std::string>& skip_folders);

}  // namespace smtplint::engine
