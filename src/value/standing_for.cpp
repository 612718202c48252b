#include "value/standing_for.h"

#include <variant>

namespace smtplint {

Value standing_for(ValueStore& store, Value alternatives, const Reason* reason) {
  return alternatives.is(ValueType::alternatives) ? store.with_stand_in(alternatives, reason) : alternatives;
}

const Reason* stands_for(Value value) {
  if (!value.is(ValueType::alternatives)) return nullptr;
  return std::get<HeldAlternatives>(value.node()->content).stands_for;
}

}  // namespace smtplint
