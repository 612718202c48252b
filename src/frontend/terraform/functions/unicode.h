#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// Unicode as Terraform sees text: in user-perceived characters, composed (NFC). Bytes that are no UTF-8 stay
/// as they are.
namespace smtplint::terraform::unicode {

/// Where each character begins, and the end of the text.
[[nodiscard]] std::vector<std::size_t> character_bounds(std::string_view text);
[[nodiscard]] std::size_t character_count(std::string_view text);
[[nodiscard]] std::string composed(std::string_view text);

[[nodiscard]] char32_t lower(char32_t scalar);
[[nodiscard]] char32_t upper(char32_t scalar);
[[nodiscard]] char32_t title(char32_t scalar);
[[nodiscard]] bool is_letter_or_digit(char32_t scalar);
[[nodiscard]] bool is_space(char32_t scalar);

}  // namespace smtplint::terraform::unicode
