#include "cli/workspace_files.h"

#include <cstdlib>
#include <filesystem>
#include <optional>

#include "base/disk_file_system.h"
#include "base/git_index_file_system.h"
#include "cli/output.h"
#include "cli/wording.h"

namespace smtplint::cli {
namespace {

/// The index that git hands to its hooks: that of a partial commit (`git commit FILE`) is not the
/// repository's own.
std::optional<std::filesystem::path> index_of_hook() {
  const char* file = std::getenv("GIT_INDEX_FILE");
  if (file == nullptr || *file == '\0') return std::nullopt;
  return std::filesystem::absolute(file);
}

std::unique_ptr<const FileSystem> own_files(const Workspace& workspace, const Options& options) {
  if (options.git_index) {
    auto index = GitIndexFileSystem::open(workspace.root, index_of_hook());
    if (index) return std::move(index).value();
    write_stderr_line("git's index cannot be read (" + shown(index.error().message) +
                      "): the files on disk are read");
  }
  return std::make_unique<DiskFileSystem>(workspace.root);
}

}  // namespace

std::filesystem::path module_folder() {
  const char* home = std::getenv("HOME");
  if (home == nullptr || *home == '\0') return {};
  return std::filesystem::path(home) / ".bicep";
}

OpenedFiles::OpenedFiles(const Workspace& workspace, const Options& options)
    : own_(own_files(workspace, options)), all_(*own_, workspace.root, module_folder()) {}

}  // namespace smtplint::cli
