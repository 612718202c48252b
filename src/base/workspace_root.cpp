#include "base/workspace_root.h"

#include <system_error>

namespace smtplint {
namespace fs = std::filesystem;
namespace {

bool is_there(const fs::path& path) {
  std::error_code failed;
  return fs::exists(fs::symlink_status(path, failed));
}

}  // namespace

fs::path workspace_root_above(const fs::path& folder, std::string_view configuration_name) {
  fs::path configured;
  for (fs::path at = folder;; at = at.parent_path()) {
    if (is_there(at / ".git")) return at;
    if (is_there(at / configuration_name)) configured = at;
    if (at == at.parent_path()) break;
  }
  return configured.empty() ? folder : configured;
}

}  // namespace smtplint
