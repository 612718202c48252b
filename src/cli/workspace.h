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

/// What a path that is not on the disk is: a mistake, or perhaps a file that only git's index has.
enum class Missing { is_wrong, may_be_indexed };

/// The workspaces of the paths that a user named, in the order of their first path. Nearly always one: that
/// of the current folder; a path outside it brings its own. Fails where a path does not exist
/// and must.
[[nodiscard]] Result<std::vector<Workspace>> workspaces_of(const std::vector<std::string>& paths,
                                                           Missing missing = Missing::is_wrong);

/// The mistake of naming a path that is nowhere, with a hint at a sibling of nearly the same name.
[[nodiscard]] Error missing_path(const std::string& path);

/// A file that the user named, from the root of a workspace. Fails where it does not exist or lies outside.
[[nodiscard]] Result<std::string> path_in(const Workspace& workspace, const std::string& path);

}  // namespace smtplint::cli
