#include "engine/module_cache.h"

#include <cstdlib>
#include <system_error>

#include "base/disk_file_system.h"
#include "base/mounted_file_system.h"

namespace smtplint::engine {
namespace {

/// The folder of the compiler where nothing else is configured.
std::filesystem::path default_folder() {
  const char* home = std::getenv("HOME");
  if (home == nullptr || *home == '\0') return {};
  std::error_code failed;
  const std::filesystem::path folder =
      std::filesystem::canonical(std::filesystem::path(home) / ".bicep", failed);
  return failed ? std::filesystem::path() : folder;
}

}  // namespace

FilesWithModuleCache::FilesWithModuleCache(const FileSystem& files, const std::filesystem::path& root)
    : files_(files) {
  const std::filesystem::path folder = default_folder();
  if (folder.empty()) return;
  path_ = folder.lexically_relative(root).generic_string();
  cache_ = std::make_unique<DiskFileSystem>(folder);
  mounted_ = std::make_unique<MountedFileSystem>(files, path_, *cache_);
}

}  // namespace smtplint::engine
