#pragma once

#include <string>

#include "frontend/terraform/files/workspace.h"

/// What the bytes of a folder's files prove without a parse, so that one changed file does not cost a parse
/// of all others. Where the bytes prove nothing, both say false, and a parse decides.
namespace smtplint::terraform {

[[nodiscard]] bool surely_calls_no_module(Workspace& workspace, const std::string& folder);
/// Something but comments stands in the folder: a block, or what should be one.
[[nodiscard]] bool surely_declares(Workspace& workspace, const std::string& folder);

}  // namespace smtplint::terraform
