#include "frontend/terraform/evaluation/convert.h"
#include "frontend/terraform/functions/computations.h"

namespace smtplint::terraform::functions {
namespace {

const Number& number(const Call& call, std::size_t i) { return call.arguments[i].number(); }

/// The argument that comes first (`less`) or last in order, handed on with its own place.
Value extreme(Call& call, std::strong_ordering wanted) {
  if (call.arguments.empty()) return call.refuse();
  Value best = call.arguments.front();
  for (const Value argument : call.arguments) {
    if (compare(argument.number(), best.number()) == wanted) best = argument;
  }
  return call.handed_on(best);
}

/// Terraform gives up beyond so many.
constexpr std::size_t longest_range = 1024;

}  // namespace

Value absolute_of(Call& call) { return call.number(absolute(number(call, 0))); }

Value ceiling_of(Call& call) { return call.number(ceiling(number(call, 0))); }

Value floor_of(Call& call) { return call.number(floor(number(call, 0))); }

Value logarithm_of(Call& call) { return call.number(logarithm(number(call, 0), number(call, 1))); }

Value power_of(Call& call) { return call.number(power(number(call, 0), number(call, 1))); }

Value sign_of(Call& call) { return call.integer_result(sign(number(call, 0))); }

Value greatest(Call& call) { return extreme(call, std::strong_ordering::greater); }

Value least(Call& call) { return extreme(call, std::strong_ordering::less); }

Value sum(Call& call) {
  const Value list = call.arguments[0];
  if (list.rest() != nullptr) return call.unknown_because(list);
  if (list.items().empty()) return call.refuse();
  Computed total{"0", ArithmeticError::none};
  for (const Value item : list.items()) {
    const Value number = to_number_value(call.store(), item, call.place());
    if (number.is_unset() || refused(number)) return call.refuse();
    if (!number.is(ValueType::number)) return call.unknown_because(item);
    total = add(number_of(total.text), number.number());
    if (!total.ok()) break;
  }
  return call.number(total);
}

Value parse_int(Call& call) {
  const Value digits = call.arguments[0];
  if (digits.is_unknown() || digits.is(ValueType::reference)) return call.unknown_because(digits);
  if (!digits.is(ValueType::string)) return call.refuse();
  if (digits.text().has_holes()) return call.unknown_because(digits);
  if (call.integer(1) < 2 || call.integer(1) > 62) return call.refuse();
  return call.number(parse_integer(digits.text().chars, static_cast<int>(call.integer(1))));
}

Value range(Call& call) {
  const Number zero;
  const bool from_zero = call.arguments.size() == 1;
  const Number start = from_zero ? zero : number(call, 0);
  const Number end = number(call, from_zero ? 0 : 1);
  const bool down = compare(end, start) < 0;
  const Number step = call.arguments.size() > 2 ? number(call, 2) : Number{down ? -1 : 1, {}};
  const int direction = sign(step);
  if (direction == 0 || (direction > 0 && down) || (direction < 0 && compare(end, start) > 0))
    return call.refuse();
  std::vector<Value> items;
  Computed next{to_text(start), ArithmeticError::none};
  while (direction > 0 ? compare(number_of(next.text), end) < 0 : compare(number_of(next.text), end) > 0) {
    if (items.size() >= longest_range) return call.refuse();
    if (items.size() >= call.context.limits.expansion) return call.limit(Limit::expansion);
    items.push_back(call.number(next));
    next = add(number_of(next.text), step);
    if (!next.ok()) return call.number(next);
  }
  return call.sequence(ValueType::list, items);
}

}  // namespace smtplint::terraform::functions
