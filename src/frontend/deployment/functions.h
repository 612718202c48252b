#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <string_view>

#include "frontend/deployment/scope.h"
#include "frontend/function_support.h"
#include "value/budget.h"
#include "value/conditions.h"
#include "value/store.h"
#include "value/value.h"

namespace smtplint::deployment {

/// A lambda that a caller hands to a function.
class Lambda {
 public:
  virtual ~Lambda() = default;
  [[nodiscard]] virtual std::size_t parameters() const = 0;
  [[nodiscard]] virtual Value call(std::span<const Value> arguments) const = 0;
};

struct Argument {
  Value value;
  const Lambda* lambda = nullptr;
};

/// What a function may use beside its arguments.
struct CallContext {
  ValueStore& store;
  const Limits& limits;
  Budget& budget;
  Conditions& conditions;
  const Scope& scope;
  Place place;  ///< of the whole call
  /// The resource of that type and these names (one for each part of the type) that the same deployment
  /// declares, as a symbol without path; absent where it declares none.
  std::function<Value(std::string_view type, std::span<const Value> names)> declared;
  /// A name of a resource is made: no part of it has a `/` in it, be it known or not.
  bool naming = false;
};

/// Calls a function by its name in templates, which compares without case. Where Azure refuses the call the
/// result is unknown (`evaluation_error`); where an argument is not known it is unknown with that argument's
/// reason as far as the answer hangs on it, and a symbol where the argument is one. Functions of run time are
/// unknown (`runtime_only`). What depends on names of the template (`parameters`, `variables`, `copyIndex`,
/// `reference`) or evaluates its arguments by need (`if`) is the caller's.
[[nodiscard]] Value call_function(std::string_view name, std::span<const Argument> arguments,
                                  CallContext& context);
[[nodiscard]] bool is_function(std::string_view name);

/// All functions, sorted by name.
[[nodiscard]] std::span<const FunctionSupport> function_support();

}  // namespace smtplint::deployment
