#include "engine/workspace/module_cache.h"

#include <system_error>

#include "base/disk_file_system.h"
#include "base/mounted_file_system.h"

namespace smtplint::engine {
FilesWithModuleCache::FilesWithModuleCache(const FileSystem& files, const std::filesystem::path& root,
                                           const std::filesystem::path& folder)
    : files_(files) {
  std::error_code failed;
  const std::filesystem::path real = std::filesystem::canonical(folder, failed);
  if (failed || folder.empty()) return;
  path_ = real.lexically_relative(root).generic_string();
  cache_ = std::make_unique<DiskFileSystem>(real);
  mounted_ = std::make_unique<MountedFileSystem>(files, path_, *cache_);
}

}  // namespace smtplint::engine
