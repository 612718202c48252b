#include <limits>

#include "frontend/deployment/functions/computations.h"

/// Numbers of templates are whole and have 64 bits.
namespace smtplint::deployment::functions {
namespace {

using Compute = bool (*)(std::int64_t, std::int64_t, std::int64_t*);

Value computed(Call& call, Compute compute) {
  std::int64_t result = 0;
  return compute(call.integer(0), call.integer(1), &result) ? call.integer_result(result) : call.refuse();
}

bool may_divide(std::int64_t left, std::int64_t right) {
  return right != 0 && !(left == std::numeric_limits<std::int64_t>::min() && right == -1);
}

/// Of the arguments themselves, or of the one array that they are.
Value extreme(Call& call, bool largest) {
  std::vector<Value> numbers = call.arguments;
  if (numbers.size() == 1 && numbers[0].is_sequence()) {
    if (numbers[0].rest() != nullptr) return call.unknown_because(numbers[0]);
    numbers.assign(call.arguments[0].items().begin(), call.arguments[0].items().end());
  }
  Value chosen;
  for (const Value number : numbers) {
    if (!number.wholly_known()) return call.unknown_because(number);
    if (!number.is(ValueType::number)) return call.refuse();
    const bool better = chosen.is_absent() || (largest ? number.number().integer > chosen.number().integer
                                                       : number.number().integer < chosen.number().integer);
    if (better) chosen = number;
  }
  return chosen.is_absent() ? call.refuse() : call.handed_on(chosen);
}

}  // namespace

Value add(Call& call) {
  return computed(call, [](std::int64_t a, std::int64_t b, std::int64_t* sum) {
    return !__builtin_add_overflow(a, b, sum);
  });
}

Value subtract(Call& call) {
  return computed(call, [](std::int64_t a, std::int64_t b, std::int64_t* rest) {
    return !__builtin_sub_overflow(a, b, rest);
  });
}

Value multiply(Call& call) {
  return computed(call, [](std::int64_t a, std::int64_t b, std::int64_t* product) {
    return !__builtin_mul_overflow(a, b, product);
  });
}

Value divide(Call& call) {
  return computed(call, [](std::int64_t a, std::int64_t b, std::int64_t* quotient) {
    if (!may_divide(a, b)) return false;
    *quotient = a / b;
    return true;
  });
}

Value modulo(Call& call) {
  return computed(call, [](std::int64_t a, std::int64_t b, std::int64_t* rest) {
    if (!may_divide(a, b)) return false;
    *rest = a % b;
    return true;
  });
}

Value least(Call& call) { return extreme(call, false); }

Value greatest(Call& call) { return extreme(call, true); }

}  // namespace smtplint::deployment::functions
