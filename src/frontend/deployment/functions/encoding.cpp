#include "frontend/deployment/functions/computations.h"
#include "frontend/deployment/json_values.h"
#include "value/encoded_text.h"

namespace smtplint::deployment::functions {

Value base64(Call& call) { return encode_base64(call.store(), call.arguments[0], call.origin()); }

Value base64_to_string(Call& call) {
  const Value decoded = decode_base64(call.store(), call.arguments[0], call.origin());
  if (!decoded.is_absent()) return decoded;
  return call.arguments[0].wholly_known() ? call.refuse() : call.unknown_because(call.arguments[0]);
}

Value base64_to_json(Call& call) {
  const Value decoded = base64_to_string(call);
  if (!decoded.is(ValueType::string)) return decoded;
  return read_json(call.store(), decoded, call.context.limits.nesting, call.name(), call.place());
}

}  // namespace smtplint::deployment::functions
