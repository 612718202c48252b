#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "base/file_system.h"

namespace smtplint {

/// The workspace as git's index has it: tracked files with their staged content; what is not tracked does not
/// exist. Links are followed as on disk, as long as they stay inside; submodules and files in conflict are
/// special.
class GitIndexFileSystem final : public FileSystem {
 public:
  /// `root` is the top of a work tree. `index_file` is read in place of the repository's own index. Fails
  /// with what libgit2 says where it cannot read the repository (a split or sparse index, SHA-256) or there
  /// is none.
  [[nodiscard]] static Result<std::unique_ptr<FileSystem>> open(
      const std::filesystem::path& root, const std::optional<std::filesystem::path>& index_file);
  ~GitIndexFileSystem() override;
  GitIndexFileSystem(const GitIndexFileSystem&) = delete;
  GitIndexFileSystem& operator=(const GitIndexFileSystem&) = delete;

  [[nodiscard]] EntryKind kind(const std::string& path) const override;
  [[nodiscard]] Result<std::string> read(const std::string& path, std::uint64_t largest) const override;
  [[nodiscard]] std::vector<FolderEntry> list(const std::string& folder) const override;

 private:
  class Index;

  explicit GitIndexFileSystem(std::unique_ptr<Index> index);

  std::unique_ptr<Index> index_;
};

}  // namespace smtplint
