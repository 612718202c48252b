#include "base/percent_encoding.h"
#include "value/encoded_text.h"

#include <algorithm>

#include "base/utf8.h"
#include "frontend/terraform/functions/character_sets.h"
#include "frontend/terraform/functions/computations.h"

namespace smtplint::terraform::functions {
namespace {

/// What decoding gave; nothing is unknown where the text has holes, and refused where it has none.
Value decoded_or_refused(Call& call, Value decoded) {
  if (!decoded.is_absent()) return decoded;
  const Value argument = call.arguments[0];
  return argument.text().has_holes() ? call.unknown_because(argument) : call.refuse();
}

}  // namespace

Value base64_encode(Call& call) {
  if (call.chars(0).size() > call.context.limits.text_bytes / 4 * 3) return call.limit(Limit::text_bytes);
  return encode_base64(call.store(), call.arguments[0], call.origin());
}

Value base64_decode(Call& call) {
  return decoded_or_refused(call, decode_base64(call.store(), call.arguments[0], call.origin()));
}

Value base64_gzip(Call& call) {
  const Reason* opaque = call.store().reason(ReasonKind::unsupported_function, call.name(), call.place());
  return encode_base64_gzip(call.store(), call.arguments[0], call.origin(), opaque);
}

Value base64_gunzip(Call& call) {
  const DecodingLimits limits{call.context.limits.text_bytes};
  return decoded_or_refused(call, decode_base64_gzip(call.store(), call.arguments[0], call.origin(), limits));
}

Value url_encode(Call& call) {
  std::string text;
  for (const char c : call.chars(0)) {
    if (is_unreserved(c) || c == ' ') {
      text += c == ' ' ? '+' : c;
    } else {
      text += percent_encoded(c);
    }
  }
  return call.string(text);
}

Value url_decode(Call& call) {
  const std::string_view chars = call.chars(0);
  std::string text;
  for (std::size_t i = 0; i < chars.size(); ++i) {
    if (chars[i] != '%') {
      text += chars[i] == '+' ? ' ' : chars[i];
      continue;
    }
    const auto byte = percent_decoded_byte(chars.substr(i));
    if (!byte) return call.refuse();
    text += *byte;
    i += 2;
  }
  return utf8::is_valid(text) ? call.string(text) : call.refuse();
}

Value text_encode_base64(Call& call) {
  const std::optional<CharacterSet> set = character_set(call.chars(1));
  if (!set) return call.unknown(ReasonKind::unsupported_function);
  if (*set == CharacterSet::utf8) return base64_encode(call);
  if (call.arguments[0].text().has_holes()) return call.unknown_because(call.arguments[0]);
  const std::optional<std::string> bytes = encode_text(*set, call.chars(0));
  return bytes ? call.string(to_base64(*bytes)) : call.refuse();
}

Value text_decode_base64(Call& call) {
  const std::optional<CharacterSet> set = character_set(call.chars(1));
  if (!set) return call.unknown(ReasonKind::unsupported_function);
  if (*set == CharacterSet::utf8) return base64_decode(call);
  if (call.arguments[0].text().has_holes()) return call.unknown_because(call.arguments[0]);
  const std::optional<std::string> bytes = from_base64(call.chars(0));
  const std::optional<std::string> text = bytes ? decode_text(*set, *bytes) : std::nullopt;
  return text ? call.string(*text) : call.refuse();
}

}  // namespace smtplint::terraform::functions
