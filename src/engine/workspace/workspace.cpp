#include "engine/workspace/workspace.h"

#include <algorithm>
#include <set>
#include <utility>

#include "base/path.h"

namespace smtplint::engine {
namespace {

constexpr unsigned deepest_folder = 128;

class Walk {
 public:
  Walk(const FileSystem& files, const Listing& listing) : files_(files), listing_(listing) {
    for (std::string_view path : listing.first) {
      for (; !path.empty(); path = folder_of(path)) first_.emplace(path);
    }
  }

  void visit(const std::string& folder, unsigned depth) {
    if (depth > deepest_folder) {
      result_.left_out.push_back({folder, "folders nested deeper than " + std::to_string(deepest_folder)});
      return;
    }
    std::vector<FolderEntry> entries = files_.list(folder);
    const auto path_of = [&folder](const FolderEntry& entry) {
      return folder.empty() ? entry.name : folder + "/" + entry.name;
    };
    std::stable_partition(entries.begin(), entries.end(),
                          [&](const FolderEntry& entry) { return first_.contains(path_of(entry)); });
    for (const FolderEntry& entry : entries) {
      if (is_full(folder)) return;
      add(path_of(entry), entry, depth);
    }
  }

  Workspace finish() {
    std::ranges::sort(result_.paths);
    return std::move(result_);
  }

 private:
  /// Says so once, of the folder in which it became too much.
  bool is_full(const std::string& folder) {
    if (entries_ < listing_.most_entries) {
      ++entries_;
      return false;
    }
    if (!std::exchange(said_, true)) {
      result_.cut_off = "it has more than " + std::to_string(listing_.most_entries) +
                        " files and folders, and not all of them are looked at (those in `" +
                        (folder.empty() ? "." : folder) +
                        "` not to the end); start in the folder of a project, or name one";
    }
    return true;
  }

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
    return !folder.is_link &&
           std::ranges::find(listing_.skip_folders, folder.name) == listing_.skip_folders.end();
  }

  const FileSystem& files_;
  const Listing& listing_;
  std::set<std::string> first_;  ///< with the folders that they stand in
  std::uint32_t entries_ = 0;
  bool said_ = false;
  Workspace result_;
};

}  // namespace

Workspace list_workspace(const FileSystem& files, const Listing& listing) {
  Walk walk(files, listing);
  walk.visit("", 0);
  return walk.finish();
}

}  // namespace smtplint::engine
