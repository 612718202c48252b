#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "frontend/terraform/files/source_files.h"
#include "frontend/terraform/modules/module_source.h"

namespace smtplint::terraform {

/// The Terraform folders of a workspace; every folder is read at most once for all deployments.
class Workspace {
 public:
  Workspace(const FileSystem& files, SourceStore& sources, std::vector<std::string> paths,
            const Limits& limits, ParseCache* cache = nullptr);

  [[nodiscard]] SourceFiles& files() { return files_; }
  [[nodiscard]] const Limits& limits() const { return limits_; }
  /// The module in a folder; nullptr where there are no Terraform files.
  [[nodiscard]] const ModuleSource* module_in(const std::string& folder);
  /// The folder that a call's source means, local or by the manifest of `terraform init` in the root;
  /// nothing where it is not on disk. `manifest_key` is the path of calls from the root: `net.sub`.
  [[nodiscard]] const ModuleSource* module_of_call(const std::string& root_folder, const ModuleSource& caller,
                                                   const CallDeclaration& call,
                                                   const std::string& manifest_key);

  /// Folders with configuration among the workspace's paths, sorted; without those that `terraform init`
  /// made.
  [[nodiscard]] const std::map<std::string, std::vector<std::string>>& configuration_folders() const {
    return configurations_;
  }
  /// Variable files by folder, sorted.
  [[nodiscard]] const std::map<std::string, std::vector<std::string>>& variable_folders() const {
    return variables_;
  }

 private:
  using Manifest = std::unordered_map<std::string, std::string>;

  [[nodiscard]] const Manifest& manifest_of(const std::string& root_folder);
  [[nodiscard]] std::vector<std::string> configuration_files_in(const std::string& folder);

  SourceFiles files_;
  Limits limits_;
  std::map<std::string, std::vector<std::string>> configurations_;
  std::map<std::string, std::vector<std::string>> variables_;
  std::unordered_map<std::string, std::unique_ptr<ModuleSource>> modules_;
  std::unordered_map<std::string, Manifest> manifests_;
};

[[nodiscard]] bool is_configuration(std::string_view path);
[[nodiscard]] bool is_variable_file(std::string_view path);
/// `terraform.tfvars`, `*.auto.tfvars` and their JSON forms: loaded without being named.
[[nodiscard]] bool loads_by_itself(std::string_view path);
/// `./x`, `../x`: a folder of the workspace, not a registry or repository.
[[nodiscard]] bool is_local_source(std::string_view source);

}  // namespace smtplint::terraform
