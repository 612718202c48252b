#include "value/standing_for.h"

namespace smtplint {

Value standing_for(ValueStore& store, Value alternatives, const Reason* reason) {
  return alternatives.is(ValueType::alternatives) ? store.with_rest(alternatives, reason) : alternatives;
}

const Reason* stands_for(Value value) {
  return value.is(ValueType::alternatives) ? value.node()->reason : nullptr;
}

}  // namespace smtplint
