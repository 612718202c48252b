#include "frontend/terraform/files/variable_names.h"

#include <algorithm>
#include <iterator>

namespace smtplint::terraform {
namespace {

/// What backends are told of where the state is kept, and how they get there.
constexpr std::string_view backend_arguments[] = {
    "access_key",
    "bucket",
    "client_id",
    "client_secret",
    "container_name",
    "dynamodb_table",
    "encrypt",
    "endpoint",
    "environment",
    "hostname",
    "key",
    "lookup_blob_endpoint",
    "metadata_host",
    "msi_endpoint",
    "oidc_token",
    "organization",
    "prefix",
    "profile",
    "region",
    "resource_group_name",
    "role_arn",
    "sas_token",
    "snapshot",
    "storage_account_name",
    "subscription_id",
    "tenant_id",
    "use_azuread_auth",
    "use_cli",
    "use_lockfile",
    "use_msi",
    "use_oidc",
    "workspace_key_prefix",
};

bool is_for_backend(std::string_view name) {
  return std::ranges::find(backend_arguments, name) != std::end(backend_arguments);
}

}  // namespace

std::set<std::string_view> names_set_in(Workspace& workspace, const std::string& path) {
  std::set<std::string_view> names;
  const Result<const ConfigurationFile*>& file = workspace.files().configuration(path);
  if (!file.ok()) return names;
  for (const hcl::Attribute& attribute : (*file)->body->attributes) names.insert(attribute.name);
  return names;
}

bool configures_backend(Workspace& workspace, const std::string& folder, const std::string& path) {
  const std::set<std::string_view> names = names_set_in(workspace, path);
  if (names.empty() || !std::ranges::all_of(names, is_for_backend)) return false;
  const ModuleSource* module = workspace.module_in(folder);
  return module != nullptr && module->left_out.empty() &&
         std::ranges::none_of(names, [module](std::string_view name) {
           return ModuleSource::find(module->variable_names, name) >= 0;
         });
}

}  // namespace smtplint::terraform
