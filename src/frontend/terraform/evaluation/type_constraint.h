#pragma once

#include <string>
#include <vector>

#include "frontend/terraform/files/document.h"
#include "syntax/hcl/tree.h"

namespace smtplint::terraform {

enum class ConstraintKind { any, string, number, boolean, list, set, map, object, tuple, invalid };

struct TypeConstraint;

/// A variable's type, as written. What is no type is `invalid` and converts nothing.
struct TypeConstraint {
  struct Attribute;

  ConstraintKind kind = ConstraintKind::any;
  std::vector<TypeConstraint> elements;  ///< one for list, set and map; all of a tuple
  std::vector<Attribute> attributes;     ///< of an object, sorted by name

  [[nodiscard]] bool is_primitive() const {
    return kind == ConstraintKind::string || kind == ConstraintKind::number ||
           kind == ConstraintKind::boolean;
  }
};

struct TypeConstraint::Attribute {
  std::string name;
  TypeConstraint type;
  bool optional = false;
  const hcl::Expr* fallback = nullptr;  ///< second argument of `optional`
};

/// `list(object({port = optional(number, 25)}))`; also the quoted form of old code (`"string"`).
[[nodiscard]] TypeConstraint read_type(const Document& document, const hcl::Expr& expr);

}  // namespace smtplint::terraform
