#include "frontend/deployment/functions/computations.h"
#include "frontend/deployment/functions/result_text.h"
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

/// The address of a file beside another one. What is not known of the other one is what stands before.
Value uri(Call& call) {
  const Value base = call.arguments[0];
  const std::string_view relative = call.chars(1);
  const std::string_view chars = base.text().chars;
  const std::size_t slash = chars == hole_text ? chars.size() - 1 : chars.rfind('/');
  const bool plain =
      !relative.starts_with('/') && !relative.starts_with('.') && slash != std::string_view::npos;
  if (!plain || relative.find("://") != std::string_view::npos) return call.unknown_because(base);
  if (slash + 1 < chars.size() && chars.substr(slash + 1).find(hole_text) != std::string_view::npos)
    return call.unknown_because(base);
  ResultText result(call);
  result.add_part(base, 0, slash + 1);
  result.add_all(call.arguments[1]);
  return result.finish();
}

/// `uniqueString` and `guid`: the same for the same arguments, whatever it is.
Value unique(Call& call) {
  std::string symbol = std::string(call.name()) + "(";
  for (const Value argument : call.arguments) {
    const std::optional<std::string> text = symbolic_text(argument);
    if (!text) return call.unknown_because(argument);
    symbol += (symbol.ends_with('(') ? "" : ", ") + *text;
  }
  if (symbol.size() > call.context.limits.text_bytes) return call.limit("text-bytes");
  return call.store().reference(symbol + ")", "", call.origin());
}

}  // namespace smtplint::deployment::functions
