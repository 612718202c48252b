#include "base/memory_file_system.h"

#include "base/path.h"

namespace smtplint {

EntryKind MemoryFileSystem::kind(const std::string& path) const {
  if (files_.contains(path)) return EntryKind::file;
  return list(path).empty() && !path.empty() ? EntryKind::missing : EntryKind::folder;
}

Result<std::string> MemoryFileSystem::read(const std::string& path, std::uint64_t largest) const {
  const auto file = files_.find(path);
  if (file == files_.end()) return Error{"there is no file `" + path + "`"};
  if (file->second.size() > largest) return too_large(path, file->second.size(), largest);
  return file->second;
}

std::vector<FolderEntry> MemoryFileSystem::list(const std::string& folder) const {
  std::map<std::string, EntryKind> names;
  for (const auto& [path, bytes] : files_) {
    if (path == folder || !is_within(path, folder)) continue;
    const std::string rest = folder.empty() ? path : path.substr(folder.size() + 1);
    const std::size_t slash = rest.find('/');
    names.emplace(rest.substr(0, slash), slash == std::string::npos ? EntryKind::file : EntryKind::folder);
  }
  std::vector<FolderEntry> entries;
  for (const auto& [name, kind] : names) entries.push_back({name, kind});
  return entries;
}

}  // namespace smtplint
