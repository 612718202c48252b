#pragma once

#include <string>
#include <string_view>

#include "base/file_system.h"
#include "base/source.h"
#include "frontend/terraform/terraform.h"
#include "value/store.h"

namespace smtplint::terraform {

/// One expression in a module of its own, for tests and for comparing with `terraform console`.
struct TextRequest {
  std::string expression;
  Value variables;     ///< an object: what `var.NAME` means; absent: there are none
  std::string folder;  ///< of the module, from the workspace
};

/// The expression becomes a source of its own; all that is passed in must outlive the value.
[[nodiscard]] Value evaluate_text(const TextRequest& request, const FileSystem& files, SourceStore& sources,
                                  const Limits& limits, ValueStore& store);

}  // namespace smtplint::terraform
