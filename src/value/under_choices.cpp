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

}  // namespace smtplint
