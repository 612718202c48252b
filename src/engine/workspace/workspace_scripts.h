#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/file_system.h"
#include "base/source.h"
#include "value/store.h"

namespace smtplint::engine {

/// The files of a workspace that a deployment may give to its machines by their names.
class WorkspaceScripts {
 public:
  /// `folder` is that of the deployment's root. What is handed over must outlive the result.
  WorkspaceScripts(const FileSystem& files, SourceStore& sources, const std::vector<std::string>& paths,
                   std::string_view folder, std::uint64_t largest)
      : files_(files), sources_(sources), paths_(paths), folder_(folder), largest_(largest) {}

  /// The text of the one file below the folder that a script of this name can be; absent where there is none
  /// or there are several; folders before the name choose among these.
  [[nodiscard]] Value find(std::string_view name, ValueStore& store);
  /// The text of a file of the workspace; absent where it cannot be read.
  [[nodiscard]] Value text_of(const std::string& path, ValueStore& store);
  /// All files of the workspace, sorted.
  [[nodiscard]] const std::vector<std::string>& paths() const { return paths_; }
  /// The text of the file at a path from the folder; absent where there is none.
  [[nodiscard]] Value read_at(std::string_view path, ValueStore& store);
  /// The files that were found.
  [[nodiscard]] const std::vector<std::string>& read() const { return read_; }

 private:
  [[nodiscard]] std::string path_of(std::string_view name) const;

  const FileSystem& files_;
  SourceStore& sources_;
  const std::vector<std::string>& paths_;
  std::string folder_;
  std::uint64_t largest_;
  std::vector<std::string> read_;
};

}  // namespace smtplint::engine
