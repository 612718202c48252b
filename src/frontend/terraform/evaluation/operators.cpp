#include "frontend/terraform/evaluation/operators.h"

#include "base/limit.h"
#include "frontend/terraform/evaluation/convert.h"
#include "frontend/terraform/evaluation/value_parts.h"
#include "value/alternatives.h"
#include "value/arithmetic.h"
#include "value/equality.h"

namespace smtplint::terraform {
namespace {

using hcl::Operator;

Value refuse(ValueStore& store, std::string_view sentence, Place place) {
  return store.unknown(ReasonKind::evaluation_error, sentence, place);
}

Value number_result(ValueStore& store, const Computed& computed, ProvenanceId origin, Place place) {
  switch (computed.error) {
    case ArithmeticError::not_a_number:
      return refuse(store, "the result is not a number", place);
    // What is divided by zero is no error to Terraform but an infinite number: no number of digits is enough.
    case ArithmeticError::division_by_zero:
    case ArithmeticError::too_long:
      return store.unknown(ReasonKind::limit, to_string(Limit::number_digits), place);
    case ArithmeticError::none:
      break;
  }
  return store.number(computed.text, origin);
}

Computed compute(Operator op, const Number& left, const Number& right) {
  switch (op) {
    case Operator::add:
      return add(left, right);
    case Operator::subtract:
      return subtract(left, right);
    case Operator::multiply:
      return multiply(left, right);
    case Operator::divide:
      return divide(left, right);
    case Operator::modulo:
      return modulo(left, right);
    default:
      return {{}, ArithmeticError::not_a_number};
  }
}

bool is_comparison(Operator op) {
  return op == Operator::less || op == Operator::less_equal || op == Operator::greater ||
         op == Operator::greater_equal;
}

bool ordered(Operator op, std::strong_ordering order) {
  if (op == Operator::less) return order < 0;
  if (op == Operator::less_equal) return order <= 0;
  if (op == Operator::greater) return order > 0;
  return order >= 0;
}

/// A whole resource or module exists and so is not null, whatever is in it.
Truth equal(Value left, Value right) {
  const auto whole = [](Value value) {
    return value.is(ValueType::reference) && value.reference().path.empty();
  };
  if ((whole(left) && right.is(ValueType::null)) || (whole(right) && left.is(ValueType::null)))
    return Truth::no;
  return same_value(left, right);
}

Value equality(ValueStore& store, Operator op, Value left, Value right, ProvenanceId origin, Place place) {
  Truth same = equal(left, right);
  if (same == Truth::unknown) {
    return unknown_like(store, left.wholly_known() ? right : left, place);
  }
  if (op == Operator::not_equal) same = !same;
  return store.boolean(same == Truth::yes, origin);
}

Value arithmetic(ValueStore& store, Operator op, Value left, Value right, ProvenanceId origin, Place place) {
  const Value one = to_number_value(store, left, place);
  const Value other = to_number_value(store, right, place);
  for (const Value operand : {one, other}) {
    if (operand.is_unset()) return refuse(store, "an operand must not be null", place);
    if (refused(operand)) return operand;
  }
  for (const Value operand : {one, other}) {
    if (!operand.is(ValueType::number)) return unknown_like(store, operand, place);
  }
  if (is_comparison(op)) return store.boolean(ordered(op, compare(one.number(), other.number())), origin);
  return number_result(store, compute(op, one.number(), other.number()), origin, place);
}

Value apply_plain(ValueStore& store, Operator op, Value left, Value right, Place place) {
  if (refused(left)) return left;
  if (refused(right)) return right;
  Step step{How::expression, place, {}, left.provenance(), right.provenance()};
  if (step.from == no_provenance) std::swap(step.from, step.container);
  const ProvenanceId origin = store.provenance().add(step);
  const bool equality_op = op == Operator::equal || op == Operator::not_equal;
  const Value result = equality_op ? equality(store, op, left, right, origin, place)
                                   : arithmetic(store, op, left, right, origin, place);
  return left.sensitive() || right.sensitive() ? store.as_sensitive(result) : result;
}

Value unary_plain(ValueStore& store, Operator op, Value operand, Place place) {
  const Value converted = op == Operator::logical_not ? to_boolean_value(store, operand, place)
                                                      : to_number_value(store, operand, place);
  if (converted.is_unset()) return refuse(store, "an operand must not be null", place);
  if (refused(converted)) return converted;
  const ProvenanceId origin = store.step(How::expression, place, {}, operand.provenance());
  Value result;
  if (converted.is(ValueType::boolean)) {
    result = store.boolean(!converted.boolean(), origin);
  } else if (converted.is(ValueType::number)) {
    result = number_result(store, negate(converted.number()), origin, place);
  } else {
    result = unknown_like(store, converted, place);
  }
  return operand.sensitive() ? store.as_sensitive(result) : result;
}

Reach reach_of(Operator op) {
  return op == Operator::equal || op == Operator::not_equal ? Reach::everywhere : Reach::top;
}

}  // namespace

Value apply_unary(ValueStore& store, Operator op, Value operand, Place place) {
  if (!operand.is(ValueType::alternatives)) return unary_plain(store, op, operand, place);
  return map_alternatives(store, {&operand, 1}, Reach::top, place, [&](std::span<const Value> taken) {
    return unary_plain(store, op, taken[0], place);
  });
}

Value apply_binary(ValueStore& store, Operator op, Value left, Value right, Place place) {
  if (left.wholly_known() && right.wholly_known()) return apply_plain(store, op, left, right, place);
  const Value operands[] = {left, right};
  return map_alternatives(store, operands, reach_of(op), place, [&](std::span<const Value> taken) {
    return apply_plain(store, op, taken[0], taken[1], place);
  });
}

}  // namespace smtplint::terraform
