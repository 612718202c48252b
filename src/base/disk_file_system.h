#pragma once

#include <filesystem>
#include <fstream>
#include <string>

#include "base/file_system.h"

namespace smtplint {

/// A folder on disk as workspace. Links are followed only as long as they stay inside it.
class DiskFileSystem final : public FileSystem {
 public:
  /// `root` must be an existing absolute path.
  explicit DiskFileSystem(std::filesystem::path root);

  [[nodiscard]] EntryKind kind(const std::string& path) const override;
  [[nodiscard]] Result<std::string> read(const std::string& path, std::uint64_t largest) const override;
  [[nodiscard]] Result<std::string> head(const std::string& path, std::size_t bytes) const override;
  [[nodiscard]] std::vector<FolderEntry> list(const std::string& folder) const override;

 private:
  [[nodiscard]] Result<std::ifstream> open(const std::string& path) const;
  [[nodiscard]] EntryKind classify(const std::filesystem::path& path) const;

  std::filesystem::path root_;
};

}  // namespace smtplint
