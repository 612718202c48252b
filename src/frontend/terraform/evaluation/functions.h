#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "base/result.h"
#include "base/source.h"
#include "frontend/function_support.h"
#include "frontend/terraform/terraform.h"
#include "value/budget.h"
#include "value/conditions.h"
#include "value/store.h"
#include "value/value.h"

namespace smtplint::terraform {

/// What a function may use beside its arguments.
struct CallContext {
  ValueStore& store;
  const Limits& limits;
  Budget& budget;
  Conditions& conditions;
  Place place;  ///< of the whole call
  /// The text of a file as Terraform would find it (relative to the root folder), kept as a source.
  std::function<Result<SourceId>(std::string_view path)> read_file;
  std::function<Result<std::string>(std::string_view path)> read_bytes;
  /// True, false, or an error where the path leaves the workspace.
  std::function<Result<bool>(std::string_view path)> file_exists;
  std::function<Result<std::vector<std::string>>(std::string_view folder, std::string_view pattern)> file_set;
  std::function<std::string_view(SourceId)> source_text;
  /// Renders a template text (its pieces are kept) with an object of variables.
  std::function<Value(Value text, Value variables)> render_template;
};

/// Calls a function of Terraform by name (also as `core::name`). Where Terraform refuses the call the result
/// is unknown
/// (`evaluation_error`), where an argument is not known it is unknown with that argument's reason as far as
/// the answer hangs on it; functions that cannot run offline give `unsupported_function` or `runtime_only`.
/// `try`, `can` and `templatestring` with its own scope are forms of the evaluator and not here.
[[nodiscard]] Value call_function(std::string_view name, std::span<const Value> arguments,
                                  CallContext& context);
/// True for every function that Terraform 1.15 or OpenTofu knows, also for those that cannot run offline.
[[nodiscard]] bool is_function(std::string_view name);

/// All functions, also those that the evaluator itself understands, sorted by name.
[[nodiscard]] std::span<const FunctionSupport> function_support();

}  // namespace smtplint::terraform
