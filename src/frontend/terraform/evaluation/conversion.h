#pragma once

#include <functional>

#include "frontend/terraform/evaluation/functions.h"
#include "frontend/terraform/evaluation/type_constraint.h"
#include "syntax/hcl/tree.h"
#include "value/store.h"

namespace smtplint::terraform {

/// What a conversion needs beside the value.
struct ConversionContext {
  CallContext& calls;
  ValueStore& store;
  Place place;  ///< of what asked for the conversion; where a refused value is marked
  std::function<Value(const hcl::Expr&)> evaluate_fallback;  ///< second argument of `optional`
};

/// A value as a type constraint wants it: scalars converted, tuples to lists, objects to maps, optional
/// attributes filled in, surplus attributes dropped. What cannot be converted is unknown
/// (`evaluation_error`); what is not known stays as it is.
[[nodiscard]] Value convert_to(const ConversionContext& context, Value value, const TypeConstraint& type);

}  // namespace smtplint::terraform
