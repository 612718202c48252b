#include "value/under_choices.h"

#include <vector>

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

}  // namespace smtplint
