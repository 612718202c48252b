#include <map>

#include "base/letter_case.h"
#include "frontend/deployment/functions/computations.h"

namespace smtplint::deployment::functions {
namespace {

/// Calls a lambda with an element, and its index where it wants that.
Value apply(Call& call, const Lambda& lambda, Value element, std::size_t index) {
  if (!call.context.budget.spend()) return call.limit(Limit::evaluation_steps);
  if (lambda.parameters() == 1) return lambda.call(std::vector{element});
  if (lambda.parameters() != 2) return call.refuse();
  return lambda.call(
      std::vector{element, call.store().integer(static_cast<std::int64_t>(index), call.origin())});
}

Value element(Call& call, std::size_t i) {
  return call.store().with_element_step(call.arguments[0].items()[i], call.arguments[0], call.place(),
                                        call.name());
}

/// Each element under the key that the first lambda gives it, or what the second one makes of it. `rest`: why
/// there may be further ones.
std::vector<Entry> keyed(Call& call, const Reason*& rest) {
  std::vector<Entry> entries;
  for (std::size_t i = 0; i < call.arguments[0].items().size(); ++i) {
    const Value item = element(call, i);
    const Value key = as_text(call.store(), apply(call, *call.lambdas()[0], item, i), call.place());
    if (key.is_absent() || !key.wholly_known()) {
      rest = why_unknown(call.store(), key, call.place());
      if (rest == nullptr) rest = why_unknown(call.store(), call.refuse(), call.place());
      continue;
    }
    const bool made = call.lambdas().size() > 1;
    const Place place = call.store().provenance().step(key.provenance()).place;
    entries.push_back(
        {call.store().keep(key.text().chars), made ? apply(call, *call.lambdas()[1], item, i) : item, place});
  }
  return entries;
}

}  // namespace

Value map(Call& call) {
  std::vector<Value> results;
  for (std::size_t i = 0; i < call.arguments[0].items().size(); ++i) {
    results.push_back(apply(call, *call.lambdas()[0], element(call, i), i));
  }
  return call.array(results, call.arguments[0].rest());
}

Value filter(Call& call) {
  std::vector<Value> kept;
  for (std::size_t i = 0; i < call.arguments[0].items().size(); ++i) {
    const Value item = element(call, i);
    const Value held = apply(call, *call.lambdas()[0], item, i);
    if (!held.is(ValueType::boolean))
      return call.array(kept, why_unknown(call.store(), call.unknown_because(held), call.place()));
    if (held.boolean()) kept.push_back(item);
  }
  return call.array(kept, call.arguments[0].rest());
}

Value reduce(Call& call) {
  if (call.arguments[0].rest() != nullptr) return call.unknown_because(call.arguments[0]);
  const Lambda& lambda = *call.lambdas()[0];
  Value result = call.arguments[1];
  for (std::size_t i = 0; i < call.arguments[0].items().size(); ++i) {
    if (!call.context.budget.spend()) return call.limit(Limit::evaluation_steps);
    std::vector<Value> given{result, element(call, i)};
    if (lambda.parameters() == 3)
      given.push_back(call.store().integer(static_cast<std::int64_t>(i), call.origin()));
    if (lambda.parameters() != given.size()) return call.refuse();
    result = lambda.call(given);
  }
  return result;
}

/// Each element goes where the lambda puts it among those before, behind its equals.
Value sort(Call& call) {
  const Lambda& comes_first = *call.lambdas()[0];
  const Value array = call.arguments[0];
  if (array.rest() != nullptr) return call.array({}, array.rest());
  if (comes_first.parameters() != 2) return call.refuse();
  std::vector<Value> sorted;
  for (std::size_t i = 0; i < array.items().size(); ++i) {
    const Value item = element(call, i);
    auto begin = sorted.begin(), end = sorted.end();
    while (begin != end) {
      if (!call.context.budget.spend()) return call.limit(Limit::evaluation_steps);
      const auto middle = begin + (end - begin) / 2;
      const Value held = comes_first.call(std::vector{item, *middle});
      if (!held.is(ValueType::boolean))
        return call.array({}, why_unknown(call.store(), call.unknown_because(held), call.place()));
      (held.boolean() ? end : begin) = held.boolean() ? middle : middle + 1;
    }
    sorted.insert(begin, item);
  }
  return call.array(sorted);
}

Value to_object(Call& call) {
  const Reason* rest = call.arguments[0].rest();
  return call.object(keyed(call, rest), rest);
}

Value group_by(Call& call) {
  const Reason* rest = call.arguments[0].rest();
  std::vector<Entry> groups;
  std::map<std::string, std::vector<Value>> members;
  for (const Entry& entry : keyed(call, rest)) {
    std::vector<Value>& group = members[lower_case(entry.key)];
    if (group.empty()) groups.push_back(entry);
    group.push_back(entry.value);
  }
  for (Entry& group : groups) group.value = call.array(members[lower_case(group.key)], rest);
  return call.object(groups, rest);
}

/// `map_values` of an object.
Value map_values(Call& call) {
  std::vector<Entry> entries;
  for (const Entry& entry : call.arguments[0].entries()) {
    entries.push_back(
        {entry.key, apply(call, *call.lambdas()[0], entry.value, entries.size()), entry.key_place});
  }
  return call.object(entries, call.arguments[0].rest());
}

}  // namespace smtplint::deployment::functions
