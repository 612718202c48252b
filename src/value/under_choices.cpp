#include "value/under_choices.h"

#include <algorithm>
#include <vector>

#include "value/alternatives.h"

namespace smtplint {

Value under_choices(ValueStore& store, std::span<const Choice> choices, Value value, Value otherwise) {
  std::vector<Alternative> alternatives;
  std::vector<Choice> taken;
  for (const Choice choice : choices) {
    std::vector<Choice> until = taken;
    until.push_back({choice.condition, !choice.taken});
    alternatives.push_back({otherwise, store.keep(until)});
    taken.push_back(choice);
  }
  alternatives.push_back({value, store.keep(taken)});
  return store.alternatives(alternatives, {});
}

Value where_taken(ValueStore& store, std::span<const Choice> choices, Value value) {
  if (choices.empty() || !value.is(ValueType::alternatives)) return value;
  std::vector<Alternative> held;
  for (const Alternative& one : value.alternatives()) {
    auto all = joined_choices(one.choices, choices);
    if (!all) continue;
    std::erase_if(*all, [choices](Choice choice) {
      return std::ranges::any_of(choices, [choice](Choice taken) {
        return taken.condition == choice.condition && taken.taken == choice.taken;
      });
    });
    held.push_back({one.value, store.keep(*all)});
  }
  return held.empty() ? value : store.alternatives(held, {});
}

Value unless_replaced(ValueStore& store, Conditions& conditions, Value value, const Reason* by, Place place) {
  const std::uint32_t is_given = conditions.fresh();
  const auto where = [&](bool taken) { return store.keep(std::vector{Choice{is_given, taken}}); };
  return join_alternatives(store, {{value, where(false)}, {store.unknown(by), where(true)}}, place);
}

}  // namespace smtplint
