#include "frontend/decoded_text.h"
#include "frontend/terraform/functions/computations.h"
#include "frontend/terraform/functions/yaml_scalar.h"
#include "frontend/yaml_values.h"

namespace smtplint::terraform::functions {

Value yaml_decode(Call& call) {
  const Value text = call.arguments[0];
  DecodedText decoded(call.store(), text, call.name(), call.place());
  const Value whole =
      segments_of(text.text()).size() == 1 ? decoded.hole(0, text.text().chars.size()) : Value();
  if (!whole.is_absent()) return call.unknown_because(whole);
  const YamlReading reading{call.store(), call.context.budget, call.context.limits.expansion,
                            call.name(),  call.place(),        call.origin(),
                            resolve_yaml};
  const std::optional<Value> document = read_yaml(reading, text);
  if (document) return *document;
  return text.text().has_holes() ? call.unknown_because(text) : call.refuse();
}

}  // namespace smtplint::terraform::functions
