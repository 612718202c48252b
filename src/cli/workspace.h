#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/result.h"

namespace smtplint::cli {

/// A folder that is analysed as a whole, and how it is seen from the current folder.
struct Workspace {
  std::filesystem::path root;  ///< absolute, without links
  std::string folder;          ///< the current folder, from the root; empty where it lies outside
  std::string from_current;    ///< the root, from the current folder, where that lies outside; else empty
  std::vector<std::string>
      paths;  ///< the paths that the user named in it, from the root; empty path: all of it
};

/// The workspaces of the paths that a user named, in the order of their first path. Nearly always one: that
/// of the current folder; a path outside it brings its own. Fails where a path does not exist.
[[nodiscard]] Result<std::vector<Workspace>> workspaces_of(const std::vector<std::string>& paths);

/// A file that the user named, from the root of a workspace. Fails where it does not exist or lies outside.
[[nodiscard]] Result<std::string> path_in(const Workspace& workspace, const std::string& path);

}  // namespace smtplint::cli
