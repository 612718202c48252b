#include "syntax/json/literal.h"

namespace smtplint::json {
namespace {

constexpr std::string_view hex_digits = "0123456789abcdef";

void append(std::string& out, char c) {
  switch (c) {
    case '"':
      out += "\\\"";
      return;
    case '\\':
      out += "\\\\";
      return;
    case '\b':
      out += "\\b";
      return;
    case '\f':
      out += "\\f";
      return;
    case '\n':
      out += "\\n";
      return;
    case '\r':
      out += "\\r";
      return;
    case '\t':
      out += "\\t";
      return;
    default:
      break;
  }
  const auto byte = static_cast<unsigned char>(c);
  if (byte >= 0x20) {
    out += c;
  } else {
    out += "\\u00";
    out += hex_digits[byte >> 4u];
    out += hex_digits[byte & 0xfu];
  }
}

}  // namespace

std::string encode_text(std::string_view value) {
  std::string out;
  for (const char c : value) append(out, c);
  return out;
}

std::string encode_string(std::string_view value) { return '"' + encode_text(value) + '"'; }

}  // namespace smtplint::json
