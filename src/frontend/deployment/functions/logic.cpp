#include "frontend/deployment/functions/computations.h"
#include "value/equality.h"

namespace smtplint::deployment::functions {
namespace {

Truth truth_of(Value value) {
  if (value.is(ValueType::boolean)) return truth(value.boolean());
  return Truth::unknown;
}

/// All or any of the conditions: one that is `deciding` settles it.
Value quantified(Call& call, Truth deciding) {
  Value open;
  for (const Value argument : call.arguments) {
    const bool fits = argument.is(ValueType::boolean) || undecided(argument);
    if (!fits) return call.refuse();
    if (truth_of(argument) == deciding) return call.boolean(deciding == Truth::yes);
    if (truth_of(argument) == Truth::unknown && open.is_absent()) open = argument;
  }
  return open.is_absent() ? call.boolean(deciding == Truth::no) : call.unknown_because(open);
}

/// Whole numbers, or two strings; nothing where they cannot be compared.
std::optional<int> ordered(Call& call) {
  const Value left = call.arguments[0], right = call.arguments[1];
  if (left.is(ValueType::number) && right.is(ValueType::number)) {
    const std::int64_t a = left.number().integer, b = right.number().integer;
    return a < b ? -1 : a > b ? 1 : 0;
  }
  if (!left.is(ValueType::string) || !right.is(ValueType::string)) return std::nullopt;
  return call.chars(0).compare(call.chars(1));
}

Value compared(Call& call, bool (*holds)(int)) {
  const std::optional<int> order = ordered(call);
  return order ? call.boolean(holds(*order)) : call.refuse();
}

}  // namespace

Value equals(Call& call) {
  const Value left = call.arguments[0], right = call.arguments[1];
  if (left.is_unset() && right.is_unset()) return call.boolean(true);
  if (left.is_unset() || right.is_unset()) {
    const Value other = left.is_unset() ? right : left;
    return undecided(other) ? call.unknown_because(other) : call.boolean(false);
  }
  if (!call.context.budget.spend(std::min(left.size(), right.size())))
    return call.limit(Limit::evaluation_steps);
  return call.decided(same_value(left, right), left.wholly_known() ? right : left);
}

Value less(Call& call) {
  return compared(call, [](int order) { return order < 0; });
}

Value less_or_equals(Call& call) {
  return compared(call, [](int order) { return order <= 0; });
}

Value greater(Call& call) {
  return compared(call, [](int order) { return order > 0; });
}

Value greater_or_equals(Call& call) {
  return compared(call, [](int order) { return order >= 0; });
}

Value logical_and(Call& call) { return quantified(call, Truth::no); }

Value logical_or(Call& call) { return quantified(call, Truth::yes); }

Value logical_not(Call& call) {
  const Value value = call.arguments[0];
  if (undecided(value)) return call.unknown_because(value);
  return value.is(ValueType::boolean) ? call.boolean(!value.boolean()) : call.refuse();
}

Value yes(Call& call) { return call.boolean(true); }

Value no(Call& call) { return call.boolean(false); }

Value null(Call& call) { return call.store().null(call.origin()); }

}  // namespace smtplint::deployment::functions
