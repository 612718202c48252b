#pragma once

#include <string>
#include <vector>

#include "frontend/terraform/files/workspace.h"

namespace smtplint::terraform {

/// What `Project::declared` gives, for the root in a folder.
[[nodiscard]] std::vector<std::string> declared_in_root(Workspace& workspace, const std::string& folder);

}  // namespace smtplint::terraform
