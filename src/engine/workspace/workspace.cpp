#include "engine/workspace/workspace.h"

#include <algorithm>

namespace smtplint::engine {
namespace {

constexpr unsigned deepest_folder = 128;

class Walk {
 public:
  Walk(const FileSystem& files, const std::vector<std::string>& skip_folders)
      : files_(files), skip_folders_(skip_folders) {}

  void visit(const std::string& folder, unsigned depth) {
    if (depth > deepest_folder) {
      result_.left_out.push_back({folder, "folders nested deeper than " + std::to_string(deepest_folder)});
      return;
    }
    for (const FolderEntry& entry : files_.list(folder)) {
      add(folder.empty() ? entry.name : folder + "/" + entry.name, entry, depth);
    }
  }

  Workspace finish() {
    std::ranges::sort(result_.paths);
    return std::move(result_);
  }

 private:
  void add(const std::string& path, const FolderEntry& entry, unsigned depth) {
    switch (entry.kind) {
      case EntryKind::file:
        result_.paths.push_back(path);
        break;
      case EntryKind::folder:
        if (is_visited(entry)) visit(path, depth + 1);
        break;
      case EntryKind::special:
        result_.left_out.push_back({path, "no regular file"});
        break;
      case EntryKind::link_outside:
        result_.left_out.push_back({path, "a link out of the workspace"});
        break;
      case EntryKind::missing:
        result_.left_out.push_back({path, "a link to nothing"});
        break;
    }
  }

  /// A folder that a link leads to has a path of its own in the workspace, under which its files count.
  [[nodiscard]] bool is_visited(const FolderEntry& folder) const {
    return !folder.is_link && std::ranges::find(skip_folders_, folder.name) == skip_folders_.end();
  }

  const FileSystem& files_;
  const std::vector<std::string>& skip_folders_;
  Workspace result_;
};

}  // namespace

Workspace list_workspace(const FileSystem& files, const std::vector<std::string>& skip_folders) {
  Walk walk(files, skip_folders);
  walk.visit("", 0);
  return walk.finish();
}

}  // namespace smtplint::engine
