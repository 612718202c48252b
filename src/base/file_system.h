#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace smtplint {

enum class EntryKind {
  missing,
  file,
  folder,
  special,       ///< device, socket, pipe: never read
  link_outside,  ///< a link whose target lies outside the workspace: never followed
};

struct FolderEntry {
  std::string name;
  EntryKind kind = EntryKind::missing;  ///< of a link: that of what it leads to
  bool is_link = false;
};

/// The workspace as the analysis sees it. Paths are relative to the workspace, with `/`, without
/// `.` and `..` (see `normal_path`); the workspace itself is the empty path. Nothing outside it can
/// be reached. Implementations may be used from several threads.
class FileSystem {
 public:
  virtual ~FileSystem() = default;

  [[nodiscard]] virtual EntryKind kind(const std::string& path) const = 0;
  /// The bytes of a file of at most `largest` bytes.
  [[nodiscard]] virtual Result<std::string> read(const std::string& path, std::uint64_t largest) const = 0;
  /// The first bytes of a file, at most so many: enough to tell what it is.
  [[nodiscard]] virtual Result<std::string> head(const std::string& path, std::size_t bytes) const;
  /// Sorted by name; empty where there is no such folder.
  [[nodiscard]] virtual std::vector<FolderEntry> list(const std::string& folder) const = 0;
};

/// The error of `read` for a file over its limit.
[[nodiscard]] Error too_large(const std::string& path, std::uint64_t size, std::uint64_t largest);

}  // namespace smtplint
