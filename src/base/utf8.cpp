#include "base/utf8.h"

namespace smtplint::utf8 {
namespace {

struct Lead {
  std::uint32_t bytes;
  char32_t bits;
  char32_t smallest;
};

Lead lead(unsigned char byte) {
  if (byte < 0x80) return {1, byte, 0};
  if (byte >= 0xc2 && byte < 0xe0) return {2, byte & 0x1fu, 0x80};
  if (byte >= 0xe0 && byte < 0xf0) return {3, byte & 0x0fu, 0x800};
  if (byte >= 0xf0 && byte < 0xf5) return {4, byte & 0x07u, 0x10000};
  return {0, 0, 0};
}

}  // namespace

Decoded decode(std::string_view text) {
  const Lead first = lead(static_cast<unsigned char>(text[0]));
  if (first.bytes == 0 || first.bytes > text.size()) return {};
  char32_t scalar = first.bits;
  for (std::uint32_t i = 1; i < first.bytes; ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if ((byte & 0xc0u) != 0x80u) return {};
    scalar = (scalar << 6u) | (byte & 0x3fu);
  }
  const bool surrogate = scalar >= 0xd800 && scalar <= 0xdfff;
  if (scalar < first.smallest || scalar > 0x10ffff || surrogate) return {};
  return {scalar, first.bytes, true};
}

void append(std::string& text, char32_t scalar) {
  const auto put = [&text](char32_t byte) { text.push_back(static_cast<char>(byte)); };
  if (scalar < 0x80) {
    put(scalar);
  } else if (scalar < 0x800) {
    put(0xc0u | (scalar >> 6u));
    put(0x80u | (scalar & 0x3fu));
  } else if (scalar < 0x10000) {
    put(0xe0u | (scalar >> 12u));
    put(0x80u | ((scalar >> 6u) & 0x3fu));
    put(0x80u | (scalar & 0x3fu));
  } else {
    put(0xf0u | (scalar >> 18u));
    put(0x80u | ((scalar >> 12u) & 0x3fu));
    put(0x80u | ((scalar >> 6u) & 0x3fu));
    put(0x80u | (scalar & 0x3fu));
  }
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
