#pragma once

#include <set>
#include <string>
#include <string_view>

#include "frontend/terraform/files/workspace.h"

namespace smtplint::terraform {

/// The names that a variable file sets; they live as long as the workspace.
[[nodiscard]] std::set<std::string_view> names_set_in(Workspace& workspace, const std::string& path);

/// Whether a file says where the state is kept, as `terraform init -backend-config` reads it, and sets no
/// variable of the folder.
[[nodiscard]] bool configures_backend(Workspace& workspace, const std::string& folder,
                                      const std::string& path);

}  // namespace smtplint::terraform
