#include "frontend/terraform/evaluation/convert.h"
#include "frontend/terraform/functions/computations.h"
#include "frontend/terraform/functions/unify.h"

namespace smtplint::terraform::functions {
namespace {

bool stays(Value value) { return value.is_unset() || value.is_unknown() || value.is(ValueType::reference); }

Value converted(Call& call, Value (*conversion)(ValueStore&, Value, Place)) {
  const Value result = conversion(call.store(), call.arguments[0], call.place());
  return refused(result) ? call.refuse() : call.handed_on(result);
}

}  // namespace

Value to_string(Call& call) { return converted(call, to_string_value); }

Value to_number(Call& call) { return converted(call, to_number_value); }

Value to_bool(Call& call) { return converted(call, to_boolean_value); }

Value to_list(Call& call) {
  const Value value = call.arguments[0];
  if (stays(value)) return call.handed_on(value);
  return value.is_sequence() ? call.handed_on(as_list(call, value)) : call.refuse();
}

Value to_set(Call& call) {
  const Value value = call.arguments[0];
  if (stays(value)) return call.handed_on(value);
  return value.is_sequence() ? call.handed_on(as_set(call, value)) : call.refuse();
}

Value to_map(Call& call) {
  const Value value = call.arguments[0];
  if (stays(value)) return call.handed_on(value);
  return value.is_mapping() ? call.handed_on(as_map(call, value)) : call.refuse();
}

Value sensitive(Call& call) { return call.store().as_declared_secret(call.handed_on(call.arguments[0])); }

Value nonsensitive(Call& call) { return call.store().as_sensitive(call.handed_on(call.arguments[0]), false); }

Value is_sensitive(Call& call) { return call.boolean(call.arguments[0].sensitive()); }

Value ephemeral_as_null(Call& call) { return call.handed_on(call.arguments[0]); }

}  // namespace smtplint::terraform::functions
