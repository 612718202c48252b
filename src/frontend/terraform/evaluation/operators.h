#pragma once

#include "syntax/hcl/tree.h"
#include "value/store.h"

namespace smtplint::terraform {

/// `-x` and `!x`, and all binary operators but `&&` and `||`, on values. Unknown where an operand is;
/// refused where Terraform refuses. The result's place is that of the expression, its chain that of the
/// operands.
[[nodiscard]] Value apply_unary(ValueStore& store, hcl::Operator op, Value operand, Place place);
[[nodiscard]] Value apply_binary(ValueStore& store, hcl::Operator op, Value left, Value right, Place place);

}  // namespace smtplint::terraform
