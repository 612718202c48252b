#include "frontend/terraform/functions/json_text.h"

#include "base/utf8.h"

namespace smtplint::terraform::functions {
namespace {

void append_unit(std::string& text, char32_t scalar) {
  constexpr std::string_view digits = "0123456789abcdef";
  text += "\\u";
  for (int shift = 12; shift >= 0; shift -= 4)
    text += digits[(scalar >> static_cast<unsigned>(shift)) & 0xfu];
}

void append_escaped(std::string& text, char32_t scalar) {
  switch (scalar) {
    case '"':
      text += "\\\"";
      return;
    case '\\':
      text += "\\\\";
      return;
    case '\b':
      text += "\\b";
      return;
    case '\f':
      text += "\\f";
      return;
    case '\n':
      text += "\\n";
      return;
    case '\r':
      text += "\\r";
      return;
    case '\t':
      text += "\\t";
      return;
    default:
      break;
  }
  const bool separator = scalar == 0x2028 || scalar == 0x2029;
  if (scalar < 0x20 || scalar == '<' || scalar == '>' || scalar == '&' || separator) {
    append_unit(text, scalar);
  } else {
    utf8::append(text, scalar);
  }
}

}  // namespace

std::string json_escaped(std::string_view text) {
  std::string escaped;
  for (std::size_t at = 0; at < text.size();) {
    const utf8::Decoded next = utf8::decode(text.substr(at));
    append_escaped(escaped, next.scalar);
    at += next.bytes;
  }
  return escaped;
}

std::string json_string(std::string_view text) { return '"' + json_escaped(text) + '"'; }

}  // namespace smtplint::terraform::functions
