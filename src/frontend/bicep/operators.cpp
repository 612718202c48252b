#include <array>

#include "base/limit.h"
#include "frontend/bicep/evaluator.h"
#include "frontend/deployment/choice.h"
#include "value/alternatives.h"
#include "value/number.h"
#include "value/segments.h"

namespace smtplint::bicep {
namespace {

/// The function of templates that does what an operator does.
std::string_view function_of(Operator op) {
  switch (op) {
    case Operator::logical_or:
      return "or";
    case Operator::logical_and:
      return "and";
    case Operator::logical_not:
    case Operator::not_equal:
    case Operator::not_equal_ignoring_case:
      return "not";
    case Operator::equal:
    case Operator::equal_ignoring_case:
      return "equals";
    case Operator::less:
      return "less";
    case Operator::less_equal:
      return "lessOrEquals";
    case Operator::greater:
      return "greater";
    case Operator::greater_equal:
      return "greaterOrEquals";
    case Operator::add:
      return "add";
    case Operator::subtract:
    case Operator::negate:
      return "sub";
    case Operator::multiply:
      return "mul";
    case Operator::divide:
      return "div";
    case Operator::modulo:
      return "mod";
    case Operator::none:
    case Operator::coalesce:
    case Operator::plus:
      break;
  }
  return "coalesce";
}

}  // namespace

Value Evaluator::unary(const Expr& expression, const Frame& frame) {
  const Expr& operand = *expression.children[0];
  const Place place = place_of(expression, frame);
  if (expression.op == Operator::negate && operand.kind == ExprKind::number) {
    const auto canonical = canonical_number("-" + std::string(operand.name));
    return canonical ? store().number(*canonical, store().step(How::literal, place))
                     : deployment_.cut_off(Limit::number_digits, place);
  }
  const Value value = evaluate(operand, frame);
  if (expression.op == Operator::plus) return value;
  if (expression.op == Operator::negate)
    return plain_call("sub", std::array{store().integer(0), value}, place, frame);
  return plain_call(function_of(expression.op), std::array{value}, place, frame);
}

Value Evaluator::binary(const Expr& expression, const Frame& frame) {
  if (expression.op == Operator::coalesce) return coalesce(expression, frame);
  const Place place = place_of(expression, frame);
  Value left = evaluate(*expression.children[0], frame);
  const bool decides = expression.op == Operator::logical_and || expression.op == Operator::logical_or;
  if (decides && left.is(ValueType::boolean) && left.boolean() == (expression.op == Operator::logical_or))
    return left;
  Value right = evaluate(*expression.children[1], frame);
  const bool folds =
      expression.op == Operator::equal_ignoring_case || expression.op == Operator::not_equal_ignoring_case;
  if (folds) {
    left = plain_call("toLower", std::array{left}, place, frame);
    right = plain_call("toLower", std::array{right}, place, frame);
  }
  const bool negated = function_of(expression.op) == "not";
  const Value result =
      plain_call(negated ? "equals" : function_of(expression.op), std::array{left, right}, place, frame);
  return negated ? plain_call("not", std::array{result}, place, frame) : result;
}

/// The right side is not looked at where the left one is there.
Value Evaluator::coalesce(const Expr& expression, const Frame& frame) {
  const Value left = evaluate(*expression.children[0], frame);
  if (left.is_unset()) return evaluate(*expression.children[1], frame);
  if (!left.is(ValueType::alternatives)) return left;
  const Value sides[] = {left, evaluate(*expression.children[1], frame)};
  return map_alternatives(
      store(), sides, Reach::top, place_of(expression, frame),
      [](std::span<const Value> taken) { return taken[0].is_unset() ? taken[1] : taken[0]; });
}

Value Evaluator::conditional(const Expr& expression, const Frame& frame) {
  const Value condition = evaluate(*expression.children[0], frame);
  if (condition.is(ValueType::boolean)) {
    const Value taken = evaluate(*expression.children[condition.boolean() ? 1 : 2], frame);
    return condition.sensitive() ? store().as_sensitive(taken) : taken;
  }
  const Place place = place_of(*expression.children[0], frame);
  const Reason* reason = why_unknown(store(), condition, place);
  if (reason == nullptr) return deployment_.refuse("a condition is a boolean", place);
  if (reason->kind == ReasonKind::evaluation_error || reason->kind == ReasonKind::limit)
    return store().unknown(reason);
  const Value yes = evaluate(*expression.children[1], frame), no = evaluate(*expression.children[2], frame);
  return deployment::either(deployment_, condition, yes, no, "?:", place_of(expression, frame));
}

}  // namespace smtplint::bicep
