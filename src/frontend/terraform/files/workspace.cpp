#include "frontend/terraform/files/workspace.h"

#include <algorithm>
#include <utility>

#include "base/path.h"
#include "syntax/json/tree.h"

namespace smtplint::terraform {
namespace {

constexpr std::string_view data_folder = ".terraform";

bool in_data_folder(std::string_view path) {
  return path.starts_with(".terraform/") || path.find("/.terraform/") != std::string_view::npos;
}

/// Where OpenTofu finds `x.tofu` it does not read `x.tf`.
void drop_replaced(std::vector<std::string>& paths) {
  const std::vector<std::string> all = paths;
  std::erase_if(paths, [&all](const std::string& path) {
    return path.ends_with(".tf") && std::ranges::binary_search(all, path.substr(0, path.size() - 2) + "tofu");
  });
}

}  // namespace

bool is_configuration(std::string_view path) {
  return path.ends_with(".tf") || path.ends_with(".tf.json") || path.ends_with(".tofu");
}

bool is_variable_file(std::string_view path) {
  return path.ends_with(".tfvars") || path.ends_with(".tfvars.json");
}

FileNames file_names() {
  // Terraform does not read `.x.tf`, which editors leave behind.
  static constexpr std::string_view globs[] = {"[!.]*.tf", "[!.]*.tf.json", "[!.]*.tofu", "[!.]*.tfvars",
                                               "[!.]*.tfvars.json"};
  return {globs};
}

bool loads_by_itself(std::string_view path) {
  const std::string_view name = file_name(path);
  return name == "terraform.tfvars" || name == "terraform.tfvars.json" || name.ends_with(".auto.tfvars") ||
         name.ends_with(".auto.tfvars.json");
}

bool is_local_source(std::string_view source) {
  return source.starts_with("./") || source.starts_with("../") || source == "." || source == "..";
}

Workspace::Workspace(const FileSystem& files, SourceStore& sources, std::vector<std::string> paths,
                     const Limits& limits, ParseCache* cache)
    : files_(files, sources, limits_, cache), limits_(limits) {
  std::ranges::sort(paths);
  for (std::string& path : paths) {
    if (!file_names().contain(path) || in_data_folder(path)) continue;
    auto& folders = is_configuration(path) ? configurations_ : variables_;
    folders[std::string(folder_of(path))].push_back(std::move(path));
  }
  for (auto& [folder, own] : configurations_) drop_replaced(own);
}

std::vector<std::string> Workspace::configuration_files_in(const std::string& folder) {
  const auto known = configurations_.find(folder);
  if (known != configurations_.end()) return known->second;
  std::vector<std::string> paths;
  for (const FolderEntry& entry : files_.file_system().list(folder)) {
    if (entry.kind != EntryKind::file || !is_configuration(entry.name) || !file_names().contain(entry.name))
      continue;
    paths.push_back(folder.empty() ? entry.name : folder + "/" + entry.name);
  }
  drop_replaced(paths);
  return paths;
}

const ModuleSource* Workspace::module_in(const std::string& folder) {
  const auto known = modules_.find(folder);
  if (known != modules_.end()) return known->second.get();
  const std::vector<std::string> paths = configuration_files_in(folder);
  std::unique_ptr<ModuleSource> module;
  if (!paths.empty()) module = std::make_unique<ModuleSource>(read_module(files_, folder, paths));
  return modules_.emplace(folder, std::move(module)).first->second.get();
}

const Workspace::Manifest& Workspace::manifest_of(const std::string& root_folder) {
  const auto known = manifests_.find(root_folder);
  if (known != manifests_.end()) return known->second;
  Manifest& manifest = manifests_[root_folder];
  const auto path = join_path(root_folder, std::string(data_folder) + "/modules/modules.json");
  const Result<std::string> text = path ? files_.bytes(*path) : Result<std::string>(Error{});
  if (!text.ok()) return manifest;
  const std::shared_ptr<const json::Tree> tree = json::parse(*text, limits_.parsing());
  const json::Node* modules = tree->root() == nullptr ? nullptr : tree->root()->find("Modules");
  if (modules == nullptr) return manifest;
  for (const json::Node* one : modules->items) {
    const json::Node* key = one->find("Key");
    const json::Node* folder = one->find("Dir");
    if (key == nullptr || folder == nullptr) continue;
    if (const auto target = join_path(root_folder, folder->text)) manifest[std::string(key->text)] = *target;
  }
  return manifest;
}

const ModuleSource* Workspace::module_of_call(const std::string& root_folder, const ModuleSource& caller,
                                              const CallDeclaration& call, const std::string& manifest_key) {
  if (!call.literal_source) return nullptr;
  if (is_local_source(call.source)) {
    const auto folder = join_path(caller.folder, call.source);
    return folder ? module_in(*folder) : nullptr;
  }
  const Manifest& manifest = manifest_of(root_folder);
  const auto installed = manifest.find(manifest_key);
  return installed == manifest.end() ? nullptr : module_in(installed->second);
}

}  // namespace smtplint::terraform
