#pragma once

#include <map>
#include <string>

#include "base/file_system.h"

namespace smtplint {

/// Another file system with some files replaced or added: unsaved buffers of an editor, edits on trial. The
/// one below must outlive it.
class OverlayFileSystem final : public FileSystem {
 public:
  OverlayFileSystem(const FileSystem& below, std::map<std::string, std::string> files);

  [[nodiscard]] EntryKind kind(const std::string& path) const override;
  [[nodiscard]] Result<std::string> read(const std::string& path, std::uint64_t largest) const override;
  [[nodiscard]] std::vector<FolderEntry> list(const std::string& folder) const override;

 private:
  const FileSystem& below_;
  std::map<std::string, std::string> files_;
};

}  // namespace smtplint
