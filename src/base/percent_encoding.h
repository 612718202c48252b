#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace smtplint {

/// The number that a hexadecimal digit stands for; nothing for any other character.
[[nodiscard]] std::optional<unsigned> hex_digit(char digit);

/// A byte as `%2F`.
[[nodiscard]] std::string percent_encoded(char byte);
/// The byte that an escape at the beginning of a text stands for; nothing where none stands there.
[[nodiscard]] std::optional<char> percent_decoded_byte(std::string_view text);
/// All escapes decoded; what is none stays.
[[nodiscard]] std::string percent_decoded(std::string_view text);

/// A path as it stands in an address.
[[nodiscard]] std::string percent_encoded_path(std::string_view path);

/// What needs no escape wherever it stands in an address (RFC 3986, section 2.3).
[[nodiscard]] bool is_unreserved(char byte);

}  // namespace smtplint
