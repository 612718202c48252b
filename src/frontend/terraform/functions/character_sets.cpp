#include "frontend/terraform/functions/character_sets.h"

#include <algorithm>

#include "base/utf8.h"

namespace smtplint::terraform::functions {
namespace {

constexpr std::string_view little_mark = "\xff\xfe", big_mark = "\xfe\xff";

void append_unit(std::string& bytes, std::uint32_t unit, bool little) {
  const auto high = static_cast<char>(unit >> 8u & 0xffu), low = static_cast<char>(unit & 0xffu);
  bytes += little ? low : high;
  bytes += little ? high : low;
}

std::string encode_utf16(std::string_view text, bool little) {
  std::string bytes;
  for (std::size_t at = 0; at < text.size();) {
    const utf8::Decoded next = utf8::decode(text.substr(at));
    at += next.bytes;
    const std::uint32_t scalar = next.scalar;
    if (scalar < 0x10000) {
      append_unit(bytes, scalar, little);
    } else {
      append_unit(bytes, 0xd800 + ((scalar - 0x10000) >> 10u), little);
      append_unit(bytes, 0xdc00 + ((scalar - 0x10000) & 0x3ffu), little);
    }
  }
  return bytes;
}

std::optional<std::string> decode_utf16(std::string_view bytes, bool little) {
  if (bytes.size() % 2 != 0) return std::nullopt;
  std::string text;
  std::uint32_t lead = 0;
  for (std::size_t at = 0; at < bytes.size(); at += 2) {
    const auto first = static_cast<unsigned char>(bytes[at]),
               second = static_cast<unsigned char>(bytes[at + 1]);
    const std::uint32_t unit = little ? second * 256u + first : first * 256u + second;
    const bool trail = unit >= 0xdc00 && unit < 0xe000;
    if (trail != (lead != 0)) return std::nullopt;
    if (unit >= 0xd800 && unit < 0xdc00) {
      lead = unit;
      continue;
    }
    utf8::append(text, trail ? 0x10000 + ((lead - 0xd800) << 10u) + (unit - 0xdc00) : unit);
    lead = 0;
  }
  if (lead != 0) return std::nullopt;
  return text;
}

std::optional<std::string> encode_latin1(std::string_view text) {
  std::string bytes;
  for (std::size_t at = 0; at < text.size();) {
    const utf8::Decoded next = utf8::decode(text.substr(at));
    if (next.scalar > 0xff) return std::nullopt;
    bytes += static_cast<char>(next.scalar);
    at += next.bytes;
  }
  return bytes;
}

std::string decode_latin1(std::string_view bytes) {
  std::string text;
  for (const char c : bytes) utf8::append(text, static_cast<unsigned char>(c));
  return text;
}

}  // namespace

std::optional<CharacterSet> character_set(std::string_view name) {
  std::string upper(name);
  std::ranges::transform(upper, upper.begin(),
                         [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
  if (upper == "UTF-8") return CharacterSet::utf8;
  if (upper == "UTF-16") return CharacterSet::utf16;
  if (upper == "UTF-16LE") return CharacterSet::utf16_little;
  if (upper == "UTF-16BE") return CharacterSet::utf16_big;
  if (upper == "ISO-8859-1" || upper == "LATIN1") return CharacterSet::latin1;
  return std::nullopt;
}

std::optional<std::string> encode_text(CharacterSet set, std::string_view text) {
  switch (set) {
    case CharacterSet::utf8:
      return std::string(text);
    case CharacterSet::utf16:
      return std::string(big_mark) + encode_utf16(text, false);
    case CharacterSet::utf16_little:
      return encode_utf16(text, true);
    case CharacterSet::utf16_big:
      return encode_utf16(text, false);
    case CharacterSet::latin1:
      return encode_latin1(text);
  }
  return std::nullopt;
}

std::optional<std::string> decode_text(CharacterSet set, std::string_view bytes) {
  switch (set) {
    case CharacterSet::utf8:
      if (!utf8::is_valid(bytes)) return std::nullopt;
      return std::string(bytes);
    case CharacterSet::utf16:
      if (bytes.starts_with(little_mark)) return decode_utf16(bytes.substr(2), true);
      return decode_utf16(bytes.substr(bytes.starts_with(big_mark) ? 2 : 0), false);
    case CharacterSet::utf16_little:
      return decode_utf16(bytes, true);
    case CharacterSet::utf16_big:
      return decode_utf16(bytes, false);
    case CharacterSet::latin1:
      return decode_latin1(bytes);
  }
  return std::nullopt;
}

}  // namespace smtplint::terraform::functions
