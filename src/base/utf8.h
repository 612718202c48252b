#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace smtplint::utf8 {

/// One decoded scalar. Bytes that are no UTF-8 decode one at a time to U+FFFD.
struct Decoded {
  char32_t scalar = 0xfffd;
  std::uint32_t bytes = 1;
  bool valid = false;
};

/// Decodes the first scalar of a text that is not empty.
[[nodiscard]] Decoded decode(std::string_view text);
void append(std::string& text, char32_t scalar);
[[nodiscard]] bool is_valid(std::string_view text);

}  // namespace smtplint::utf8
