#include "frontend/deployment/functions/computations.h"

namespace smtplint::deployment::functions {
namespace {

/// Calls a lambda with an element, and its index where it wants that.
Value apply(Call& call, const Lambda& lambda, Value element, std::size_t index) {
  if (!call.context.budget.spend()) return call.limit("steps");
  if (lambda.parameters() == 1) return lambda.call(std::vector{element});
  if (lambda.parameters() != 2) return call.refuse();
  return lambda.call(
      std::vector{element, call.store().integer(static_cast<std::int64_t>(index), call.origin())});
}

Value element(Call& call, std::size_t i) {
  return call.store().with_element_step(call.arguments[0].items()[i], call.arguments[0], call.place(),
                                        call.name());
}

}  // namespace

Value map(Call& call) {
  std::vector<Value> results;
  for (std::size_t i = 0; i < call.arguments[0].items().size(); ++i) {
    results.push_back(apply(call, call.lambda(), element(call, i), i));
  }
  return call.array(results, call.arguments[0].rest());
}

Value filter(Call& call) {
  std::vector<Value> kept;
  for (std::size_t i = 0; i < call.arguments[0].items().size(); ++i) {
    const Value item = element(call, i);
    const Value held = apply(call, call.lambda(), item, i);
    if (!held.is(ValueType::boolean))
      return call.array(kept, why_unknown(call.store(), call.unknown_because(held), call.place()));
    if (held.boolean()) kept.push_back(item);
  }
  return call.array(kept, call.arguments[0].rest());
}

Value reduce(Call& call) {
  if (call.arguments[0].rest() != nullptr) return call.unknown_because(call.arguments[0]);
  const Lambda& lambda = call.lambda();
  Value result = call.arguments[1];
  for (std::size_t i = 0; i < call.arguments[0].items().size(); ++i) {
    if (!call.context.budget.spend()) return call.limit("steps");
    std::vector<Value> given{result, element(call, i)};
    if (lambda.parameters() == 3)
      given.push_back(call.store().integer(static_cast<std::int64_t>(i), call.origin()));
    if (lambda.parameters() != given.size()) return call.refuse();
    result = lambda.call(given);
  }
  return result;
}

/// `map_values` of an object.
Value map_values(Call& call) {
  std::vector<Entry> entries;
  for (const Entry& entry : call.arguments[0].entries()) {
    entries.push_back({entry.key, apply(call, call.lambda(), entry.value, entries.size()), entry.key_place});
  }
  return call.object(entries, call.arguments[0].rest());
}

}  // namespace smtplint::deployment::functions
