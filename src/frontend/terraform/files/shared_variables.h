#pragma once

#include <string>
#include <vector>

#include "frontend/terraform/files/workspace.h"
#include "frontend/terraform/terraform.h"

namespace smtplint::terraform {

/// Joins variable files that are only meant to be used together (`-var-file=common.tfvars
/// -var-file=prod.tfvars`). A file is shared by the others where it sets nothing that they set, alone leaves
/// a variable without value that another one gives, and gives one that another one leaves. A shared file is
/// no environment by itself; it counts below each of the others. Where all are shared, they are one
/// environment.
[[nodiscard]] std::vector<Environment> join_shared_variables(Workspace& workspace, const std::string& folder,
                                                             std::vector<Environment> environments);

}  // namespace smtplint::terraform
