#include "frontend/terraform/evaluation/evaluator.h"

#include <algorithm>
#include <utility>

#include "base/limit.h"
#include "base/path.h"
#include "frontend/terraform/evaluation/convert.h"
#include "frontend/terraform/evaluation/value_parts.h"
#include "frontend/terraform/modules/modules.h"
#include "value/alternatives.h"
#include "value/text.h"

namespace smtplint::terraform {
namespace {

/// Expressions inside each other, through locals, variables and modules; what a stack of 8 MiB certainly
/// holds.
constexpr std::uint32_t deepest_evaluation = 400;

}  // namespace

Evaluator::Evaluator(Deployment& deployment, Modules& modules)
    : deployment_(deployment), modules_(modules), context_(call_context()) {}

Place Evaluator::place_of(const hcl::Expr& expr, const Scope& scope) const {
  if (scope.document == nullptr) return {};
  const Document& document = *scope.document;
  if (document.base.is_absent()) return document.place(expr.span);
  return text_origin(deployment_.store, document.base, expr.span.begin, expr.span.length()).place;
}

Value Evaluator::evaluate(const AttributeRef& attribute, Scope scope) {
  scope.document = attribute.document;
  return evaluate(*attribute.attribute->value, scope);
}

Value Evaluator::evaluate(const hcl::Expr& expr, const Scope& scope) {
  if (!deployment_.budget.spend()) return deployment_.cut_off(Limit::evaluation_steps, place_of(expr, scope));
  if (deployment_.depth >= deepest_evaluation) {
    return deployment_.cut_off(Limit::nesting, place_of(expr, scope));
  }
  ++deployment_.depth;
  const Value value = evaluate_kind(expr, scope);
  --deployment_.depth;
  return value;
}

Value Evaluator::evaluate_kind(const hcl::Expr& expr, const Scope& scope) {
  switch (expr.kind) {
    case hcl::ExprKind::error:
      return deployment_.refuse("the expression does not parse", place_of(expr, scope));
    case hcl::ExprKind::null:
      return store().null(store().step(How::literal, place_of(expr, scope)));
    case hcl::ExprKind::boolean:
      return store().boolean(expr.boolean, store().step(How::literal, place_of(expr, scope)));
    case hcl::ExprKind::number:
      return number(expr, scope);
    case hcl::ExprKind::string:
      return string(expr, scope);
    case hcl::ExprKind::tuple:
      return tuple(expr, scope);
    case hcl::ExprKind::object:
      return object(expr, scope);
    case hcl::ExprKind::variable:
    case hcl::ExprKind::attribute:
    case hcl::ExprKind::index: {
      const Use use{place_of(expr, scope), scope.document->slice(expr.span)};
      return value_of(resolve(expr, scope, use), use);
    }
    case hcl::ExprKind::splat:
      return splat(expr, scope);
    case hcl::ExprKind::splat_item:
      return scope.splat_item;
    case hcl::ExprKind::call:
      return call(expr, scope);
    case hcl::ExprKind::unary:
      return unary(expr, scope);
    case hcl::ExprKind::binary:
      return binary(expr, scope);
    case hcl::ExprKind::conditional:
      return conditional(expr, scope);
    case hcl::ExprKind::for_tuple:
    case hcl::ExprKind::for_object:
      return for_loop(expr, scope);
    case hcl::ExprKind::parentheses:
      return evaluate(*expr.children[0], scope);
  }
  return deployment_.refuse("the expression does not parse", place_of(expr, scope));
}

Value Evaluator::number(const hcl::Expr& expr, const Scope& scope) {
  const std::optional<std::string> text = canonical_number(expr.name);
  const Place place = place_of(expr, scope);
  if (!text) return deployment_.refuse("the number is out of range", place);
  return store().number(*text, store().step(How::literal, place));
}

Value Evaluator::tuple(const hcl::Expr& expr, const Scope& scope) {
  std::vector<Value> items;
  items.reserve(expr.children.size());
  for (const hcl::Expr* child : expr.children) items.push_back(evaluate(*child, scope));
  return store().sequence(ValueType::tuple, items, store().step(How::literal, place_of(expr, scope)));
}

Value Evaluator::object_key(const hcl::ObjectItem& item, const Scope& scope) {
  if (item.bare_key) return store().string(item.key->name);
  const Value key = evaluate(*item.key, scope);
  return key.is(ValueType::string) ? key : to_string_value(store(), key, place_of(*item.key, scope));
}

Value Evaluator::object(const hcl::Expr& expr, const Scope& scope) {
  std::vector<Entry> entries;
  entries.reserve(expr.items.size());
  const Reason* rest = nullptr;
  for (const hcl::ObjectItem& item : expr.items) {
    const Value key = object_key(item, scope);
    if (!key.is(ValueType::string) || key.text().has_holes()) {
      if (has_refusal(key)) return key;
      if (key.is_unset()) return deployment_.refuse("a key must not be null", place_of(*item.key, scope));
      rest = unknown_reason(store(), key, place_of(*item.key, scope));
      continue;
    }
    Place key_place = place_of(*item.key, scope);
    const bool quoted =
        item.key->kind == hcl::ExprKind::string && !item.key->heredoc && key_place.span.length() > 1;
    if (quoted && scope.document->base.is_absent()) key_place = inside_quotes(key_place);
    entries.push_back({key.text().chars, evaluate(*item.value, scope), key_place});
  }
  sort_entries(entries);
  return store().mapping(ValueType::object, entries, store().step(How::literal, place_of(expr, scope)), rest);
}

bool Evaluator::known_clean(Value value) {
  if (value.is_absent() || value.wholly_known()) return true;
  const void* part = value.is_sequence()  ? static_cast<const void*>(value.items().data())
                     : value.is_mapping() ? static_cast<const void*>(value.entries().data())
                                          : nullptr;
  return part != nullptr && clean_.contains(part);
}

/// The walk through a large value is done once; the parts of a value stay the same while it is handed on.
bool Evaluator::has_refusal(Value value) {
  if (known_clean(value)) return false;
  if (!value.is_sequence() && !value.is_mapping()) return refused(value);
  if (value.rest() != nullptr && value.rest()->kind == ReasonKind::evaluation_error) return true;
  if (!deployment_.budget.spend(value.size())) return false;
  const void* part = nullptr;
  if (value.is_sequence()) {
    part = value.items().data();
    for (const Value item : value.items()) {
      if (has_refusal(item)) return true;
    }
  } else {
    part = value.entries().data();
    for (const Entry& entry : value.entries()) {
      if (has_refusal(entry.value)) return true;
    }
  }
  if (part != nullptr) clean_.insert(part);
  return false;
}

}  // namespace smtplint::terraform
