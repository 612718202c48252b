#include "syntax/hcl/escape.h"

#include <algorithm>
#include <charconv>

#include "base/utf8.h"

namespace smtplint::hcl {
namespace {

constexpr char32_t largest_scalar = 0x10ffff;

bool is_surrogate(char32_t scalar) { return scalar >= 0xd800 && scalar <= 0xdfff; }

Escape unicode_escape(std::string_view text, std::size_t digits) {
  const std::string_view hex = text.substr(2, digits);
  std::uint32_t scalar = 0;
  const auto [end, failure] = std::from_chars(hex.data(), hex.data() + hex.size(), scalar, 16);
  const bool complete = hex.size() == digits && end == hex.data() + hex.size() && failure == std::errc();
  if (!complete || scalar > largest_scalar || is_surrogate(scalar)) return {2, false, {}};
  Escape escape{static_cast<std::uint32_t>(2 + digits), true, {}};
  utf8::append(escape.decoded, scalar);
  return escape;
}

Escape backslash_escape(std::string_view text) {
  if (text.size() < 2) return {1, false, {}};
  switch (text[1]) {
    case 'n':
      return {2, true, "\n"};
    case 'r':
      return {2, true, "\r"};
    case 't':
      return {2, true, "\t"};
    case '"':
      return {2, true, "\""};
    case '\\':
      return {2, true, "\\"};
    case 'u':
      return unicode_escape(text, 4);
    case 'U':
      return unicode_escape(text, 8);
    default:
      return {1 + utf8::decode(text.substr(1)).bytes, false, {}};
  }
}

}  // namespace

std::optional<Escape> escape_at(std::string_view text, TextStyle style) {
  if (text.starts_with("$${")) return Escape{3, true, "${"};
  if (text.starts_with("%%{")) return Escape{3, true, "%{"};
  if (style == TextStyle::quoted && text.starts_with('\\')) return backslash_escape(text);
  return std::nullopt;
}

std::size_t find_escape(std::string_view text, std::size_t from, TextStyle style) {
  const std::string_view marks = style == TextStyle::quoted ? "\\$%" : "$%";
  while (true) {
    const std::size_t at = std::min(text.find_first_of(marks, from), text.size());
    if (at == text.size() || text[at] == '\\' || escape_at(text.substr(at), style)) return at;
    from = at + 1;
  }
}

bool is_space(char32_t scalar) {
  if (scalar < 0x80) return scalar == ' ' || (scalar >= '\t' && scalar <= '\r');
  return scalar == 0x85 || scalar == 0xa0 || scalar == 0x1680 || (scalar >= 0x2000 && scalar <= 0x200a) ||
         scalar == 0x2028 || scalar == 0x2029 || scalar == 0x202f || scalar == 0x205f || scalar == 0x3000;
}

}  // namespace smtplint::hcl
