#pragma once

#include <string>

#include "base/file_system.h"

namespace smtplint {

/// A workspace with one folder outside it that can be read under a path of its own, but is found by nobody
/// who looks around: it stands in no list. The path may lead out of the workspace (`../../home/x`). Both file
/// systems must outlive it.
class MountedFileSystem final : public FileSystem {
 public:
  MountedFileSystem(const FileSystem& workspace, std::string path, const FileSystem& mounted)
      : workspace_(workspace), prefix_(std::move(path) + "/"), mounted_(mounted) {}

  [[nodiscard]] EntryKind kind(const std::string& path) const override;
  [[nodiscard]] Result<std::string> read(const std::string& path, std::uint64_t largest) const override;
  [[nodiscard]] std::vector<FolderEntry> list(const std::string& folder) const override;

 private:
  const FileSystem& workspace_;
  std::string prefix_;
  const FileSystem& mounted_;
};

}  // namespace smtplint
