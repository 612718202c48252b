#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "base/file_system.h"

namespace smtplint::engine {

/// Files of a workspace, and beside them what the Bicep compiler keeps of registries for this user.
/// Read-only, and found by nobody who does not ask for a module of it.
class FilesWithModuleCache {
 public:
  /// `root`: absolute, of the workspace that the files are of; they must outlive this. `folder`: the cache;
  /// there need be none.
  FilesWithModuleCache(const FileSystem& files, const std::filesystem::path& root,
                       const std::filesystem::path& folder);

  [[nodiscard]] const FileSystem& files() const { return mounted_ == nullptr ? files_ : *mounted_; }
  /// Where the files have the cache; empty where the user has none.
  [[nodiscard]] const std::string& cache() const { return path_; }

 private:
  const FileSystem& files_;
  std::string path_;
  std::unique_ptr<const FileSystem> cache_;
  std::unique_ptr<const FileSystem> mounted_;
};

}  // namespace smtplint::engine
