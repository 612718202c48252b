#include "base/overlay_file_system.h"

#include "base/path.h"

namespace smtplint {

OverlayFileSystem::OverlayFileSystem(const FileSystem& below, std::map<std::string, std::string> files)
    : below_(below), files_(std::move(files)) {}

EntryKind OverlayFileSystem::kind(const std::string& path) const {
  if (files_.contains(path)) return EntryKind::file;
  const EntryKind kind = below_.kind(path);
  if (kind != EntryKind::missing) return kind;
  const auto next = files_.lower_bound(path + "/");
  const bool holds_files = next != files_.end() && is_within(next->first, path);
  return holds_files ? EntryKind::folder : EntryKind::missing;
}

Result<std::string> OverlayFileSystem::read(const std::string& path, std::uint64_t largest) const {
  const auto file = files_.find(path);
  if (file == files_.end()) return below_.read(path, largest);
  if (file->second.size() > largest) return too_large(path, file->second.size(), largest);
  return file->second;
}

std::vector<FolderEntry> OverlayFileSystem::list(const std::string& folder) const {
  std::map<std::string, FolderEntry> names;
  for (const FolderEntry& entry : below_.list(folder)) names.emplace(entry.name, entry);
  const std::string prefix = folder.empty() ? "" : folder + "/";
  for (auto file = files_.lower_bound(prefix); file != files_.end() && file->first.starts_with(prefix);
       ++file) {
    const std::string rest = file->first.substr(prefix.size());
    const std::size_t slash = rest.find('/');
    const bool inside = slash != std::string::npos;
    const EntryKind kind = inside ? EntryKind::folder : EntryKind::file;
    FolderEntry& entry = names[rest.substr(0, slash)];
    entry = {rest.substr(0, slash), kind, entry.is_link};
  }
  std::vector<FolderEntry> entries;
  for (const auto& [name, entry] : names) entries.push_back(entry);
  return entries;
}

}  // namespace smtplint
