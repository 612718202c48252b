#include "syntax/json/escape.h"

#include <charconv>
#include <optional>

#include "base/utf8.h"

namespace smtplint::json {
namespace {

constexpr std::uint32_t unicode_length = 6;
constexpr char32_t replacement = 0xfffd;

std::optional<char32_t> unicode_at(std::string_view text) {
  if (!text.starts_with("\\u") || text.size() < unicode_length) return std::nullopt;
  std::uint32_t scalar = 0;
  const char* const end = text.data() + unicode_length;
  const auto [read, failure] = std::from_chars(text.data() + 2, end, scalar, 16);
  if (read != end || failure != std::errc()) return std::nullopt;
  return scalar;
}

bool is_high_surrogate(char32_t scalar) { return scalar >= 0xd800 && scalar < 0xdc00; }
bool is_low_surrogate(char32_t scalar) { return scalar >= 0xdc00 && scalar < 0xe000; }

Escape unicode_escape(std::string_view text) {
  std::optional<char32_t> scalar = unicode_at(text);
  if (!scalar) return {2, false, {}};
  Escape escape{unicode_length, true, {}};
  if (is_high_surrogate(*scalar)) {
    const auto low = unicode_at(text.substr(unicode_length));
    if (low && is_low_surrogate(*low)) {
      escape.length *= 2;
      scalar = 0x10000 + ((*scalar - 0xd800) << 10u) + (*low - 0xdc00);
    }
  }
  const bool lone = is_high_surrogate(*scalar) || is_low_surrogate(*scalar);
  utf8::append(escape.decoded, lone ? replacement : *scalar);
  return escape;
}

}  // namespace

Escape escape_at(std::string_view text) {
  if (text.size() < 2) return {1, false, {}};
  switch (text[1]) {
    case '"':
      return {2, true, "\""};
    case '\\':
      return {2, true, "\\"};
    case '/':
      return {2, true, "/"};
    case 'b':
      return {2, true, "\b"};
    case 'f':
      return {2, true, "\f"};
    case 'n':
      return {2, true, "\n"};
    case 'r':
      return {2, true, "\r"};
    case 't':
      return {2, true, "\t"};
    case 'u':
      return unicode_escape(text);
    default:
      return {1 + utf8::decode(text.substr(1)).bytes, false, {}};
  }
}

}  // namespace smtplint::json
