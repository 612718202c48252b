#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "frontend/terraform/files/workspace.h"

namespace smtplint::terraform {

/// The folders that are judged on their own, each with its environments; sorted.
[[nodiscard]] std::vector<Root> find_roots(Workspace& workspace);
/// The files of a root, of the local modules it calls, and the variable files that load by themselves.
[[nodiscard]] std::vector<std::string> files_of_root(Workspace& workspace, const std::string& folder);
/// Whether it calls a module whose source is not a folder of the workspace.
[[nodiscard]] bool root_calls_remote_modules(Workspace& workspace, const std::string& folder);

}  // namespace smtplint::terraform
