#pragma once

#include <string>
#include <string_view>

namespace smtplint::json {

/// A text as it is written between the quotes of a JSON string. Raw newlines become escapes.
[[nodiscard]] std::string encode_text(std::string_view value);

/// A text as a JSON string.
[[nodiscard]] std::string encode_string(std::string_view value);

}  // namespace smtplint::json
