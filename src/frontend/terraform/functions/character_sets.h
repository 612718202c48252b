#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace smtplint::terraform::functions {

/// The character sets of texts for Windows and old mail; Terraform knows more.
enum class CharacterSet : std::uint8_t { utf8, utf16, utf16_little, utf16_big, latin1 };

/// By its IANA name, in any case; nothing for a set that is not known here.
[[nodiscard]] std::optional<CharacterSet> character_set(std::string_view name);
/// Nothing where the set lacks a character.
[[nodiscard]] std::optional<std::string> encode_text(CharacterSet set, std::string_view text);
/// Nothing where the bytes are no text of the set.
[[nodiscard]] std::optional<std::string> decode_text(CharacterSet set, std::string_view bytes);

}  // namespace smtplint::terraform::functions
