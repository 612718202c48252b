#include "base/utf8.h"

#include <utf8proc.h>

#include <algorithm>
#include <array>

namespace smtplint::utf8 {

Decoded decode(std::string_view text) {
  constexpr std::size_t longest = 4;
  const auto first = static_cast<unsigned char>(text.front());
  if (first < 0x80) return {first, 1, true};
  utf8proc_int32_t scalar = 0;
  const utf8proc_ssize_t bytes =
      utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                       static_cast<utf8proc_ssize_t>(std::min(text.size(), longest)), &scalar);
  if (bytes < 1) return {};
  return {static_cast<char32_t>(scalar), static_cast<std::uint32_t>(bytes), true};
}

void append(std::string& text, char32_t scalar) {
  std::array<utf8proc_uint8_t, 4> bytes{};
  const utf8proc_ssize_t count = utf8proc_encode_char(static_cast<utf8proc_int32_t>(scalar), bytes.data());
  text.append(reinterpret_cast<const char*>(bytes.data()), static_cast<std::size_t>(count));
}

bool is_valid(std::string_view text) {
  while (!text.empty()) {
    const Decoded next = decode(text);
    if (!next.valid) return false;
    text.remove_prefix(next.bytes);
  }
  return true;
}

}  // namespace smtplint::utf8
