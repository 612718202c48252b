#include "frontend/terraform/functions/unicode.h"

#include <utf8proc.h>

#include <algorithm>
#include <cstdlib>
#include <memory>

#include "base/utf8.h"

namespace smtplint::terraform::unicode {
namespace {

bool is_ascii_without_return(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80 && c != '\r'; });
}

utf8proc_int32_t code(char32_t scalar) { return static_cast<utf8proc_int32_t>(scalar); }

}  // namespace

std::vector<std::size_t> character_bounds(std::string_view text) {
  std::vector<std::size_t> bounds;
  if (text.empty()) return {0};
  utf8proc_int32_t state = 0;
  char32_t before = 0;
  for (std::size_t at = 0; at < text.size();) {
    const utf8::Decoded next = utf8::decode(text.substr(at));
    if (at == 0 || utf8proc_grapheme_break_stateful(code(before), code(next.scalar), &state))
      bounds.push_back(at);
    before = next.scalar;
    at += next.bytes;
  }
  bounds.push_back(text.size());
  return bounds;
}

std::size_t character_count(std::string_view text) {
  return is_ascii_without_return(text) ? text.size() : character_bounds(text).size() - 1;
}

std::string composed(std::string_view text) {
  if (is_ascii_without_return(text) || !utf8::is_valid(text)) return std::string(text);
  utf8proc_uint8_t* raw = nullptr;
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
  const utf8proc_ssize_t size =
      utf8proc_map(bytes, static_cast<utf8proc_ssize_t>(text.size()), &raw,
                   static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE));
  const std::unique_ptr<utf8proc_uint8_t, void (*)(void*)> owned(raw, std::free);
  if (size < 0) return std::string(text);
  return {reinterpret_cast<const char*>(raw), static_cast<std::size_t>(size)};
}

char32_t lower(char32_t scalar) { return static_cast<char32_t>(utf8proc_tolower(code(scalar))); }

char32_t upper(char32_t scalar) {
  constexpr char32_t sharp_s = 0xdf;  // Go leaves it, because its capital letter is two letters
  return scalar == sharp_s ? scalar : static_cast<char32_t>(utf8proc_toupper(code(scalar)));
}

char32_t title(char32_t scalar) {
  const char32_t large = upper(scalar);
  return large == scalar ? scalar : static_cast<char32_t>(utf8proc_totitle(code(scalar)));
}

bool is_letter_or_digit(char32_t scalar) {
  switch (utf8proc_category(code(scalar))) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_ND:
      return true;
    default:
      return false;
  }
}

bool is_space(char32_t scalar) {
  if (scalar >= 0x09 && scalar <= 0x0d) return true;
  if (scalar == 0x85) return true;
  const utf8proc_category_t category = utf8proc_category(code(scalar));
  return category == UTF8PROC_CATEGORY_ZS || category == UTF8PROC_CATEGORY_ZL ||
         category == UTF8PROC_CATEGORY_ZP;
}

}  // namespace smtplint::terraform::unicode
