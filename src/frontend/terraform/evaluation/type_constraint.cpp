#include "frontend/terraform/evaluation/type_constraint.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "frontend/terraform/modules/declaration.h"

namespace smtplint::terraform {
namespace {

constexpr std::array keywords{
    std::pair<std::string_view, ConstraintKind>{"any", ConstraintKind::any},
    std::pair<std::string_view, ConstraintKind>{"string", ConstraintKind::string},
    std::pair<std::string_view, ConstraintKind>{"number", ConstraintKind::number},
    std::pair<std::string_view, ConstraintKind>{"bool", ConstraintKind::boolean},
    std::pair<std::string_view, ConstraintKind>{"list", ConstraintKind::list},
    std::pair<std::string_view, ConstraintKind>{"set", ConstraintKind::set},
    std::pair<std::string_view, ConstraintKind>{"map", ConstraintKind::map},
};

constexpr std::array constructors{
    std::pair<std::string_view, ConstraintKind>{"list", ConstraintKind::list},
    std::pair<std::string_view, ConstraintKind>{"set", ConstraintKind::set},
    std::pair<std::string_view, ConstraintKind>{"map", ConstraintKind::map},
    std::pair<std::string_view, ConstraintKind>{"object", ConstraintKind::object},
    std::pair<std::string_view, ConstraintKind>{"tuple", ConstraintKind::tuple},
};

template <typename Table>
ConstraintKind find_in(const Table& table, std::string_view name) {
  const auto row = std::ranges::find_if(table, [name](const auto& one) { return one.first == name; });
  return row == table.end() ? ConstraintKind::invalid : row->second;
}

TypeConstraint with_kind(ConstraintKind kind) {
  TypeConstraint type;
  type.kind = kind;
  return type;
}

TypeConstraint of_keyword(std::string_view name) {
  TypeConstraint type = with_kind(find_in(keywords, name));
  const bool collection = type.kind == ConstraintKind::list || type.kind == ConstraintKind::set ||
                          type.kind == ConstraintKind::map;
  if (collection) type.elements.push_back(with_kind(ConstraintKind::any));
  return type;
}

bool is_optional(const hcl::Expr& expr) {
  return expr.kind == hcl::ExprKind::call && expr.name == "optional" && !expr.children.empty();
}

TypeConstraint::Attribute read_attribute(const Document& document, const hcl::ObjectItem& item) {
  TypeConstraint::Attribute attribute;
  attribute.name = item.key == nullptr ? "" : keyword_text(document, *item.key);
  attribute.optional = is_optional(*item.value);
  attribute.type = read_type(document, attribute.optional ? *item.value->children.front() : *item.value);
  if (attribute.optional && item.value->children.size() > 1) attribute.fallback = item.value->children[1];
  return attribute;
}

TypeConstraint read_object(const Document& document, const hcl::Expr& expr) {
  TypeConstraint type = with_kind(ConstraintKind::object);
  for (const hcl::ObjectItem& item : expr.items) type.attributes.push_back(read_attribute(document, item));
  std::ranges::sort(type.attributes, {}, &TypeConstraint::Attribute::name);
  return type;
}

TypeConstraint read_constructor(const Document& document, const hcl::Expr& expr) {
  const ConstraintKind kind = find_in(constructors, expr.name);
  if (expr.children.size() != 1) return with_kind(ConstraintKind::invalid);
  const hcl::Expr& argument = *expr.children.front();
  if (kind == ConstraintKind::object) {
    return argument.kind == hcl::ExprKind::object ? read_object(document, argument)
                                                  : with_kind(ConstraintKind::invalid);
  }
  TypeConstraint type = with_kind(kind);
  if (kind == ConstraintKind::tuple) {
    for (const hcl::Expr* element : argument.children) type.elements.push_back(read_type(document, *element));
    return argument.kind == hcl::ExprKind::tuple ? type : with_kind(ConstraintKind::invalid);
  }
  type.elements.push_back(read_type(document, argument));
  return type;
}

}  // namespace

TypeConstraint read_type(const Document& document, const hcl::Expr& expr) {
  if (expr.kind == hcl::ExprKind::call) return read_constructor(document, expr);
  return of_keyword(keyword_text(document, expr));
}

}  // namespace smtplint::terraform
