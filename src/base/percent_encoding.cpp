#include "base/percent_encoding.h"

namespace smtplint {

std::optional<unsigned> hex_digit(char digit) {
  if (digit >= '0' && digit <= '9') return static_cast<unsigned>(digit - '0');
  if (digit >= 'a' && digit <= 'f') return static_cast<unsigned>(digit - 'a') + 10;
  if (digit >= 'A' && digit <= 'F') return static_cast<unsigned>(digit - 'A') + 10;
  return std::nullopt;
}

std::string percent_encoded(char byte) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  const auto value = static_cast<unsigned char>(byte);
  return {'%', digits[value >> 4u], digits[value & 15u]};
}

std::optional<char> percent_decoded_byte(std::string_view text) {
  if (!text.starts_with('%') || text.size() < 3) return std::nullopt;
  const auto high = hex_digit(text[1]), low = hex_digit(text[2]);
  return high && low ? std::optional(static_cast<char>(*high * 16 + *low)) : std::nullopt;
}

std::string percent_decoded(std::string_view text) {
  std::string plain;
  for (std::size_t at = 0; at < text.size();) {
    const auto byte = percent_decoded_byte(text.substr(at));
    plain += byte.value_or(text[at]);
    at += byte ? 3 : 1;
  }
  return plain;
}

std::string percent_encoded_path(std::string_view path) {
  std::string encoded;
  for (const char byte : path) {
    const bool plain = is_unreserved(byte) || byte == '/';
    encoded += plain ? std::string(1, byte) : percent_encoded(byte);
  }
  return encoded;
}

bool is_unreserved(char byte) {
  const bool letter = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
  return letter || (byte >= '0' && byte <= '9') ||
         std::string_view("-._~").find(byte) != std::string_view::npos;
}

}  // namespace smtplint
