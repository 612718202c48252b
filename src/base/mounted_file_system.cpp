#include "base/mounted_file_system.h"

#include "base/path.h"

namespace smtplint {

EntryKind MountedFileSystem::kind(const std::string& path) const {
  if (!path.starts_with(prefix_)) return workspace_.kind(path);
  const auto inside = normal_path(path.substr(prefix_.size()));
  return inside ? mounted_.kind(*inside) : EntryKind::missing;
}

Result<std::string> MountedFileSystem::read(const std::string& path, std::uint64_t largest) const {
  if (!path.starts_with(prefix_)) return workspace_.read(path, largest);
  const auto inside = normal_path(path.substr(prefix_.size()));
  if (!inside) return Error{"`" + path + "` does not exist"};
  return mounted_.read(*inside, largest);
}

std::vector<FolderEntry> MountedFileSystem::list(const std::string& folder) const {
  return workspace_.list(folder);
}

}  // namespace smtplint
