#pragma once

#include <atomic>
#include <string>
#include <vector>

#include "base/file_system.h"

namespace smtplint::cli {

/// Files as another file system has them. While a large one is read, a terminal says so.
class ReadingProgress final : public FileSystem {
 public:
  /// `files` must outlive it.
  explicit ReadingProgress(const FileSystem& files);
  ~ReadingProgress() override;
  ReadingProgress(const ReadingProgress&) = delete;
  ReadingProgress& operator=(const ReadingProgress&) = delete;

  [[nodiscard]] EntryKind kind(const std::string& path) const override { return files_.kind(path); }
  [[nodiscard]] Result<std::string> read(const std::string& path, std::uint64_t largest) const override;
  [[nodiscard]] Result<std::string> head(const std::string& path, std::size_t bytes) const override {
    return files_.head(path, bytes);
  }
  [[nodiscard]] std::vector<FolderEntry> list(const std::string& folder) const override {
    return files_.list(folder);
  }

 private:
  void clear() const;

  const FileSystem& files_;
  bool terminal_;
  mutable std::atomic<bool> shown_ = false;
};

}  // namespace smtplint::cli
