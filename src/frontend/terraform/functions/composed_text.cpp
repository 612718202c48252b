#include "frontend/terraform/functions/composed_text.h"

#include <algorithm>

#include "frontend/terraform/functions/call.h"
#include "frontend/terraform/functions/unicode.h"

namespace smtplint::terraform {
namespace {

bool is_ascii(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

}  // namespace

Value composed_text(ValueStore& store, Value string) {
  if (!string.is(ValueType::string) || is_ascii(string.text().chars)) return string;
  const Text& text = string.text();
  if (unicode::composed(text.chars) == text.chars) return string;
  TextBuilder builder(store);
  for (const Segment& segment : segments_of(text)) {
    const std::string_view chars = text.chars.substr(segment.begin, segment.length);
    const std::string composed = segment.known ? unicode::composed(chars) : std::string(chars);
    if (composed == chars) {
      builder.part(text, segment.begin, segment.length, string.provenance());
    } else {
      const TextOrigin origin = text_origin(store, string, segment.begin, segment.length);
      builder.derived(composed, origin.place, origin.origin);
    }
  }
  const Value result = builder.finish(string.provenance());
  return string.sensitive() ? store.as_sensitive(result) : result;
}

}  // namespace smtplint::terraform
