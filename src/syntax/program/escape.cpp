#include "syntax/program/escape.h"

#include <algorithm>
#include <charconv>

#include "base/utf8.h"

namespace smtplint::program {
namespace {

constexpr std::uint32_t last_scalar = 0x10ffff;

/// The hexadecimal digits of a code, and how long its escape is without `\`.
struct Code {
  std::string_view digits;
  std::size_t length = 0;
};

Code code_in(std::string_view escape) {
  const char letter = escape.empty() ? '\0' : escape.front();
  if (letter == 'u' && escape.substr(1).starts_with('{')) {
    const std::size_t close = escape.find('}');
    if (close == std::string_view::npos) return {};
    return {escape.substr(2, close - 2), close + 1};
  }
  const std::size_t digits = letter == 'x' ? 2 : letter == 'u' ? 4 : letter == 'U' ? 8 : 0;
  if (digits == 0 || escape.size() <= digits) return {};
  return {escape.substr(1, digits), digits + 1};
}

/// How much of the text a code takes; 0 where there is none.
std::size_t append_code(std::string_view escape, std::string& result) {
  const Code code = code_in(escape);
  std::uint32_t scalar = 0;
  const char* const end = code.digits.data() + code.digits.size();
  const auto parsed = std::from_chars(code.digits.data(), end, scalar, 16);
  if (code.length == 0 || parsed.ec != std::errc() || parsed.ptr != end || scalar > last_scalar) return 0;
  utf8::append(result, static_cast<char32_t>(scalar));
  return code.length;
}

}  // namespace

std::string decoded(std::string_view text, const EscapeStyle& style) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\\' || i + 1 == text.size()) {
      result += text[i];
      continue;
    }
    const std::size_t letter = style.letters.find(text[i + 1]);
    const std::size_t code = letter == std::string_view::npos && style.codes
                                 ? append_code(text.substr(i + 1), result)
                                 : std::size_t{0};
    if (letter == std::string_view::npos && code == 0) {
      if (style.keeps_unknown) result += '\\';
      continue;
    }
    if (letter < style.meanings.size()) result += style.meanings[letter];
    i += std::max<std::size_t>(code, 1);
  }
  return result;
}

}  // namespace smtplint::program
