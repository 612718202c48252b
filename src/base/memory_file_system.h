#pragma once

#include <map>
#include <string>

#include "base/file_system.h"

namespace smtplint {

/// The in-memory twin of the disk: for tests, fuzzers and editors' scratch files.
class MemoryFileSystem final : public FileSystem {
 public:
  void add(std::string path, std::string bytes) { files_[std::move(path)] = std::move(bytes); }

  [[nodiscard]] EntryKind kind(const std::string& path) const override;
  [[nodiscard]] Result<std::string> read(const std::string& path, std::uint64_t largest) const override;
  [[nodiscard]] std::vector<FolderEntry> list(const std::string& folder) const override;

 private:
  std::map<std::string, std::string> files_;
};

}  // namespace smtplint
