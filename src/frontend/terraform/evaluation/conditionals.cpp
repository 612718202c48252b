#include "frontend/terraform/evaluation/convert.h"
#include "frontend/terraform/evaluation/evaluator.h"
#include "frontend/terraform/evaluation/operators.h"
#include "frontend/terraform/evaluation/value_parts.h"
#include "frontend/terraform/functions/unify.h"
#include "value/alternatives.h"

namespace smtplint::terraform {
namespace {

/// `!(...)` around a condition, taken off: the opposite branch of the same condition.
const hcl::Expr& without_negation(const hcl::Expr& expr, bool& negated) {
  const hcl::Expr* inner = &expr;
  while (true) {
    if (inner->kind == hcl::ExprKind::parentheses) {
      inner = inner->children[0];
    } else if (inner->kind == hcl::ExprKind::unary && inner->op == hcl::Operator::logical_not) {
      negated = !negated;
      inner = inner->children[0];
    } else {
      return *inner;
    }
  }
}

bool may_change_type(Value taken) {
  return taken.is(ValueType::number) || taken.is(ValueType::boolean) || taken.is_mapping() ||
         taken.is_sequence();
}

bool is_literal_of(ValueType type, const hcl::Expr& expr) {
  return (type == ValueType::number && expr.kind == hcl::ExprKind::number) ||
         (type == ValueType::boolean && expr.kind == hcl::ExprKind::boolean) ||
         expr.kind == hcl::ExprKind::null;
}

}  // namespace

Value Evaluator::unary(const hcl::Expr& expr, const Scope& scope) {
  return apply_unary(store(), expr.op, evaluate(*expr.children[0], scope), place_of(expr, scope));
}

Value Evaluator::binary(const hcl::Expr& expr, const Scope& scope) {
  if (expr.op == hcl::Operator::logical_and || expr.op == hcl::Operator::logical_or)
    return logical(expr, scope);
  const Value left = evaluate(*expr.children[0], scope);
  const Value right = evaluate(*expr.children[1], scope);
  return apply_binary(store(), expr.op, left, right, place_of(expr, scope));
}

Value Evaluator::logical(const hcl::Expr& expr, const Scope& scope) {
  const Place place = place_of(expr, scope);
  const bool conjunction = expr.op == hcl::Operator::logical_and;
  const Truth deciding = truth(!conjunction);
  const auto apply = [&](std::span<const Value> operands) {
    Value open;
    for (const Value operand : operands) {
      const Value converted = to_boolean_value(store(), operand, place);
      if (converted.is_unset()) return deployment_.refuse("an operand must not be null", place);
      if (refused(converted)) return converted;
      const Truth one = to_truth(converted);
      const ProvenanceId origin = store().step(How::expression, place, {}, operand.provenance());
      if (one == deciding) return store().boolean(!conjunction, origin);
      if (one == Truth::unknown && open.is_absent()) open = converted;
    }
    if (!open.is_absent()) return unknown_like(store(), open, place);
    return store().boolean(conjunction, store().step(How::expression, place, {}, operands[0].provenance()));
  };
  const Value left = evaluate(*expr.children[0], scope);
  if (to_truth(left) == deciding) return apply({&left, 1});
  const Value operands[] = {left, evaluate(*expr.children[1], scope)};
  const Value result = map_alternatives(store(), operands, Reach::top, place, apply);
  return left.sensitive() || operands[1].sensitive() ? store().as_sensitive(result) : result;
}

Value Evaluator::taken_branch(const hcl::Expr& taken, const hcl::Expr& other, const Scope& scope,
                              Place place) {
  const Value value = evaluate(taken, scope);
  if (value.is_absent() || !may_change_type(value) || is_literal_of(value.type(), other)) return value;
  const Value branches[] = {value, evaluate(other, scope)};
  context_.place = place;
  functions::Call call(context_, "conditional", {}, value.provenance());
  const std::optional<std::vector<Value>> unified = functions::unified(call, branches);
  if (unified) return unified->front();
  return deployment_.refuse("both results of a conditional must have one type", place);
}

Value Evaluator::conditional(const hcl::Expr& expr, const Scope& scope) {
  const Place place = place_of(expr, scope);
  Value condition = evaluate(*expr.children[0], scope);
  if (!condition.is(ValueType::boolean)) {
    condition = to_boolean_value(store(), condition, place_of(*expr.children[0], scope));
  }
  if (condition.is_unset()) return deployment_.refuse("the condition must not be null", place);
  Value result;
  switch (to_truth(condition)) {
    case Truth::yes:
      result = taken_branch(*expr.children[1], *expr.children[2], scope, place);
      break;
    case Truth::no:
      result = taken_branch(*expr.children[2], *expr.children[1], scope, place);
      break;
    case Truth::unknown:
      result = both_branches(expr, condition, scope);
      break;
  }
  return condition.sensitive() ? store().as_sensitive(result) : result;
}

Value Evaluator::both_branches(const hcl::Expr& expr, Value condition, const Scope& scope) {
  const Place place = place_of(expr, scope);
  if (condition.is_unknown() && refused(condition)) return condition;
  const Value yes = evaluate(*expr.children[1], scope);
  const Value no = evaluate(*expr.children[2], scope);
  std::vector<Alternative> branches;
  if (condition.is(ValueType::alternatives)) {
    for (const Alternative& one : condition.alternatives()) {
      const Truth decided = to_truth(one.value);
      const Value undecided = unknown_like(store(), one.value, place);
      branches.push_back({decided == Truth::unknown ? undecided
                          : decided == Truth::yes   ? yes
                                                    : no,
                          one.choices});
    }
  } else {
    bool negated = false;
    const hcl::Expr& tested = without_negation(*expr.children[0], negated);
    const Value bare = negated ? evaluate(tested, scope) : condition;
    const std::uint32_t id = deployment_.conditions.id_of(bare, store().provenance());
    branches.push_back({yes, store().keep(std::vector{Choice{id, !negated}})});
    branches.push_back({no, store().keep(std::vector{Choice{id, negated}})});
  }
  const Value joined = join_alternatives(store(), branches, place);
  const bool lost = joined.is_unknown() && joined.reason().kind == ReasonKind::conflict;
  return lost ? unknown_like(store(), condition, place) : joined;
}

}  // namespace smtplint::terraform
