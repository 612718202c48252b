#include "cli/workspace.h"

#include <algorithm>
#include <optional>
#include <system_error>

#include "base/workspace_root.h"
#include "cli/wording.h"
#include "engine/configuration/resolver.h"

namespace smtplint::cli {
namespace fs = std::filesystem;
namespace {

bool is_there(const fs::path& path) {
  std::error_code failed;
  return fs::exists(fs::symlink_status(path, failed));
}

bool is_folder(const fs::path& path) {
  std::error_code failed;
  return fs::is_directory(path, failed);
}

bool lies_within(const fs::path& path, const fs::path& root) {
  return std::mismatch(root.begin(), root.end(), path.begin(), path.end()).first == root.end();
}

/// `.` as the empty path, which stands for the root itself.
std::string written_from(const fs::path& root, const fs::path& path) {
  const std::string relative = path.lexically_relative(root).generic_string();
  return relative == "." ? "" : relative;
}

fs::path root_above(const fs::path& folder) {
  return workspace_root_above(folder, engine::configuration_file_name);
}

Workspace workspace_at(fs::path root, const fs::path& current) {
  Workspace workspace;
  workspace.root = std::move(root);
  if (lies_within(current, workspace.root)) {
    workspace.folder = written_from(workspace.root, current);
  } else {
    workspace.from_current = workspace.root.lexically_relative(current).generic_string();
  }
  return workspace;
}

Result<fs::path> real_path(const std::string& path, Missing missing = Missing::is_wrong) {
  std::error_code failed;
  fs::path real = fs::canonical(path, failed);
  if (!failed) return real;
  if (failed == std::errc::permission_denied)
    return Error{backticked(path) + " cannot be opened; check its permissions"};
  if (is_there(path)) return Error{backticked(path) + " is a link that leads nowhere"};
  if (missing == Missing::is_wrong) return missing_path(path);
  fs::path placed = fs::weakly_canonical(fs::absolute(path, failed), failed);
  return failed ? Result<fs::path>(missing_path(path)) : placed;
}

Workspace& workspace_for(const fs::path& path, const fs::path& current, std::vector<Workspace>& workspaces) {
  const fs::path own_root = root_above(current);
  fs::path root = own_root;
  if (!lies_within(path, own_root)) root = root_above(is_folder(path) ? path : path.parent_path());
  const auto known = std::ranges::find(workspaces, root, &Workspace::root);
  if (known != workspaces.end()) return *known;
  return workspaces.emplace_back(workspace_at(std::move(root), current));
}

}  // namespace

Error missing_path(const std::string& path) {
  std::vector<std::string> names;
  std::error_code failed;
  const fs::path folder = fs::path(path).has_filename() ? fs::path(path).parent_path() : fs::path(path);
  for (fs::directory_iterator entry(folder.empty() ? fs::path(".") : folder, failed), end;
       !failed && entry != end; entry.increment(failed)) {
    names.push_back((folder / entry->path().filename()).generic_string());
  }
  std::ranges::sort(names);
  const std::vector<std::string_view> views(names.begin(), names.end());
  return {"there is no file or folder " + backticked(path) + near_miss(path, views)};
}

Result<std::vector<Workspace>> workspaces_of(const std::vector<std::string>& paths, Missing missing) {
  std::error_code failed;
  const fs::path current = fs::canonical(fs::current_path(failed), failed);
  if (failed) return Error{"the current folder cannot be read; change to one that exists"};
  std::vector<Workspace> workspaces;
  for (const std::string& path : paths) {
    const auto real = real_path(path, missing);
    if (!real) return real.error();
    Workspace& workspace = workspace_for(*real, current, workspaces);
    workspace.paths.push_back(written_from(workspace.root, *real));
  }
  return workspaces;
}

Result<std::string> path_in(const Workspace& workspace, const std::string& path) {
  const auto real = real_path(path);
  if (!real) return real.error();
  if (!lies_within(*real, workspace.root)) {
    return Error{backticked(path) + " lies outside the workspace " +
                 backticked(workspace.root.generic_string())};
  }
  return written_from(workspace.root, *real);
}

}  // namespace smtplint::cli
