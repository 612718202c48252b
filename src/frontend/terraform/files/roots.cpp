#include "frontend/terraform/files/roots.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <set>

#include "base/path.h"
#include "frontend/deployment/file_uses.h"
#include "frontend/terraform/files/folder_glance.h"
#include "frontend/terraform/files/shared_variables.h"
#include "frontend/terraform/files/variable_names.h"

namespace smtplint::terraform {
namespace {

using Folders = std::map<std::string, std::vector<std::string>>;

/// Names that say nothing of what an environment is.
constexpr std::array<std::string_view, 3> empty_names{"terraform", "values", "main"};

std::string_view without_ending(std::string_view path) {
  for (const std::string_view ending : {".json", ".tfvars"}) {
    if (path.ends_with(ending)) path.remove_suffix(ending.size());
  }
  return path;
}

/// The nearest folder upwards that declares something; nothing where there is none.
const std::string* owner_of(const std::set<std::string>& declaring, std::string folder) {
  while (true) {
    const auto found = declaring.find(folder);
    if (found != declaring.end()) return &*found;
    if (folder.empty()) return nullptr;
    folder = std::string(folder_of(folder));
  }
}

/// Folder with configuration -> the variable files that describe its environments.
Folders environment_files(Workspace& workspace, const std::set<std::string>& declaring) {
  Folders owned;
  for (const auto& [folder, paths] : workspace.variable_folders()) {
    const std::string* owner = owner_of(declaring, folder);
    if (owner == nullptr) continue;
    for (const std::string& path : paths) {
      const bool environment = folder != *owner || !loads_by_itself(path);
      if (environment && !configures_backend(workspace, *owner, path)) owned[*owner].push_back(path);
    }
  }
  return owned;
}

std::vector<Environment> environments_of(const std::string& folder, const std::vector<std::string>& paths) {
  std::map<std::string_view, unsigned> uses;
  for (const std::string& path : paths) ++uses[without_ending(file_name(path))];
  std::vector<Environment> environments;
  for (const std::string& path : paths) {
    std::string_view name = without_ending(file_name(path));
    const bool empty = std::ranges::find(empty_names, name) != empty_names.end();
    const std::string relative = relative_path(path, folder);
    if (empty || uses[name] > 1) name = without_ending(relative);
    environments.push_back({std::string(name), {path}});
  }
  std::ranges::sort(environments, {}, &Environment::name);
  if (environments.empty()) environments.push_back({});
  return environments;
}

/// Folders whose files declare something; what holds only comments is no configuration of its own.
std::set<std::string> declaring_folders(Workspace& workspace) {
  std::set<std::string> declaring;
  for (const auto& [folder, paths] : workspace.configuration_folders()) {
    if (surely_declares(workspace, folder)) {
      declaring.insert(folder);
      continue;
    }
    const ModuleSource* module = workspace.module_in(folder);
    if (module != nullptr && (!module->empty || !module->left_out.empty())) declaring.insert(folder);
  }
  return declaring;
}

/// Which folders call which others as modules.
deployment::FileUses called_folders(Workspace& workspace) {
  deployment::FileUses called;
  for (const auto& [folder, paths] : workspace.configuration_folders()) {
    if (surely_calls_no_module(workspace, folder)) continue;
    const ModuleSource* module = workspace.module_in(folder);
    if (module == nullptr) continue;
    for (const CallDeclaration& call : module->calls) {
      if (!call.literal_source || !is_local_source(call.source)) continue;
      if (const auto target = join_path(folder, call.source)) called.add(folder, *target);
    }
  }
  return called;
}

bool has_backend(Workspace& workspace, const std::string& folder) {
  const ModuleSource* module = workspace.module_in(folder);
  return module != nullptr && module->has_backend;
}

bool has_own_variables(const Workspace& workspace, const std::string& folder, const Folders& environments) {
  return workspace.variable_folders().contains(folder) || environments.contains(folder);
}

}  // namespace

std::vector<Root> find_roots(Workspace& workspace) {
  const std::set<std::string> declaring = declaring_folders(workspace);
  const Folders environments = environment_files(workspace, declaring);
  std::set<std::string> with_state;
  std::ranges::copy_if(
      declaring, std::inserter(with_state, with_state.end()), [&](const std::string& folder) {
        return has_own_variables(workspace, folder, environments) || has_backend(workspace, folder);
      });
  std::vector<Root> roots;
  for (const std::string& folder : called_folders(workspace).roots_of(declaring, with_state)) {
    const auto own = environments.find(folder);
    std::vector<Environment> found =
        environments_of(folder, own == environments.end() ? std::vector<std::string>{} : own->second);
    roots.push_back({folder, join_shared_variables(workspace, folder, std::move(found))});
  }
  return roots;
}

bool root_calls_remote_modules(Workspace& workspace, const std::string& folder) {
  std::set<std::string> folders;
  for (const std::string& path : files_of_root(workspace, folder)) folders.emplace(folder_of(path));
  return std::ranges::any_of(folders, [&workspace](const std::string& one) {
    if (surely_calls_no_module(workspace, one)) return false;
    const ModuleSource* module = workspace.module_in(one);
    return module != nullptr && std::ranges::any_of(module->calls, [](const CallDeclaration& call) {
             return !call.literal_source || !is_local_source(call.source);
           });
  });
}

std::vector<std::string> files_of_root(Workspace& workspace, const std::string& folder) {
  std::set<std::string> files;
  std::set<std::string> seen{folder};
  std::vector<std::string> open{folder};
  while (!open.empty()) {
    const std::string current = open.back();
    open.pop_back();
    if (surely_calls_no_module(workspace, current)) {
      const std::vector<std::string>& paths = workspace.configuration_folders().at(current);
      files.insert(paths.begin(), paths.end());
      continue;
    }
    const ModuleSource* module = workspace.module_in(current);
    if (module == nullptr) continue;
    files.insert(module->files.begin(), module->files.end());
    for (const LeftOut& file : module->left_out) files.insert(file.path);
    for (const CallDeclaration& call : module->calls) {
      if (!call.literal_source || !is_local_source(call.source)) continue;
      const auto target = join_path(current, call.source);
      if (target && seen.insert(*target).second) open.push_back(*target);
    }
  }
  const auto variables = workspace.variable_folders().find(folder);
  if (variables != workspace.variable_folders().end()) {
    for (const std::string& path : variables->second) {
      if (loads_by_itself(path)) files.insert(path);
    }
  }
  return {files.begin(), files.end()};
}

}  // namespace smtplint::terraform
