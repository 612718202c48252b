#include "frontend/terraform/files/shared_variables.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <string_view>
#include <utility>

#include "frontend/terraform/files/variable_names.h"

namespace smtplint::terraform {
namespace {

using Names = std::set<std::string_view>;

/// An environment with the variables that its file sets.
struct Given {
  Environment environment;
  Names names;
};

/// The variables that Terraform would ask for: without default, and in no file that it loads by itself.
Names required_names(Workspace& workspace, const std::string& folder) {
  Names required;
  const ModuleSource* module = workspace.module_in(folder);
  if (module == nullptr) return required;
  for (const VariableDeclaration& variable : module->variables) {
    if (!variable.fallback.written()) required.insert(variable.name);
  }
  const auto own = workspace.variable_folders().find(folder);
  if (own == workspace.variable_folders().end()) return required;
  for (const std::string& path : own->second) {
    if (!loads_by_itself(path)) continue;
    for (const std::string_view name : names_set_in(workspace, path)) required.erase(name);
  }
  return required;
}

bool are_disjoint(const Names& left, const Names& right) {
  return std::ranges::none_of(left, [&right](std::string_view name) { return right.contains(name); });
}

/// Whether one gives a required variable that the other leaves.
bool completes(const Given& one, const Given& other, const Names& required) {
  return std::ranges::any_of(required, [&](std::string_view name) {
    return one.names.contains(name) && !other.names.contains(name);
  });
}

bool is_shared(const Given& file, const std::vector<Given>& all, const Names& required) {
  bool gives = false, lacks = false;
  for (const Given& other : all) {
    if (&other == &file) continue;
    if (!are_disjoint(file.names, other.names)) return false;
    gives = gives || completes(file, other, required);
    lacks = lacks || completes(other, file, required);
  }
  return gives && lacks;
}

Environment joined(const std::vector<Given>& shared) {
  Environment all;
  for (const Given& one : shared) {
    all.name += (all.name.empty() ? "" : "+") + one.environment.name;
    std::ranges::copy(one.environment.variable_files, std::back_inserter(all.variable_files));
  }
  return all;
}

}  // namespace

std::vector<Environment> join_shared_variables(Workspace& workspace, const std::string& folder,
                                               std::vector<Environment> environments) {
  if (environments.size() < 2) return environments;
  const Names required = required_names(workspace, folder);
  if (required.empty()) return environments;
  std::vector<Given> all;
  for (Environment& environment : environments) {
    Names names = names_set_in(workspace, environment.variable_files.front());
    all.push_back({std::move(environment), std::move(names)});
  }
  std::vector<Given> shared, others;
  for (const Given& one : all) (is_shared(one, all, required) ? shared : others).push_back(one);
  const Environment common = joined(shared);
  if (others.empty()) return {common};
  std::vector<Environment> result;
  for (Given& one : others) {
    std::vector<std::string>& files = one.environment.variable_files;
    files.insert(files.begin(), common.variable_files.begin(), common.variable_files.end());
    result.push_back(std::move(one.environment));
  }
  return result;
}

}  // namespace smtplint::terraform
