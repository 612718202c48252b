#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/file_system.h"
#include "diagnostic/report.h"

namespace smtplint::engine {

/// The files of a workspace.
struct Workspace {
  std::vector<std::string> paths;     ///< sorted
  std::vector<SkippedFile> left_out;  ///< links out of the workspace, special files
  std::string cut_off;                ///< why not all of it was listed; empty where it was
};

/// What to list of a workspace.
struct Listing {
  const std::vector<std::string>& skip_folders;  ///< never searched, by name
  const std::vector<std::string>& first;         ///< paths that count even where there is too much
  std::uint32_t most_entries = 0;
};

/// All files below the workspace's folder. Where there are too many, which ones are left out is said.
[[nodiscard]] Workspace list_workspace(const FileSystem& files, const Listing& listing);

}  // namespace smtplint::engine
