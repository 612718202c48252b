#pragma once

#include <string>
#include <string_view>

#include "syntax/hcl/tree.h"

/// Typed trees as short text, for tests to compare.
namespace smtplint::hcl {

/// `(+ 1 (* 2 x))`; strings as `"text{interpolation}"`.
[[nodiscard]] std::string dump(std::string_view text, const Expr& expression);
/// One line for each attribute and block, nested ones in braces.
[[nodiscard]] std::string dump(std::string_view text, const Body& body);

}  // namespace smtplint::hcl
