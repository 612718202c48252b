#include "lsp/workspaces.h"

#include <algorithm>
#include <filesystem>
#include <system_error>

#include "base/path.h"
#include "base/workspace_root.h"
#include "engine/configuration/resolver.h"

namespace smtplint::lsp {
namespace fs = std::filesystem;
namespace {

constexpr std::chrono::milliseconds pause{150};

std::string root_above(const fs::path& folder) {
  return workspace_root_above(folder, engine::configuration_file_name).generic_string();
}

}  // namespace

void WorkspaceState::touch(Clock::time_point now) {
  ++generation;
  const bool single = now - touched > pause;
  begin = single ? now : now + pause;
  touched = now;
  due = true;
}

void WorkspaceState::analyse_at_once(Clock::time_point now) {
  due = true;
  begin = now;
}

void Workspaces::add_folder(const std::string& path) { folders_.push_back(real_path(path)); }

void Workspaces::remove_folder(const std::string& path) { std::erase(folders_, real_path(path)); }

std::string Workspaces::root_of(const std::string& path) const {
  const std::string* innermost = nullptr;
  for (const std::string& folder : folders_) {
    if (is_within(path, folder) && (innermost == nullptr || folder.size() > innermost->size()))
      innermost = &folder;
  }
  return root_above(innermost != nullptr ? fs::path(*innermost) : fs::path(path).parent_path());
}

WorkspaceState* Workspaces::find(const std::string& root) {
  const auto found = by_root_.find(root);
  return found == by_root_.end() ? nullptr : &found->second;
}

std::string real_path(const std::string& path) {
  std::error_code failed;
  fs::path real = fs::weakly_canonical(path, failed);
  return failed ? path : real.generic_string();
}

std::string path_from(const std::string& root, const std::string& path) {
  return fs::path(path).lexically_relative(root).generic_string();
}

}  // namespace smtplint::lsp
