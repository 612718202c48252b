#pragma once

#include <string>
#include <string_view>

namespace smtplint::terraform::functions {

/// The letters between the quotes of a JSON string as Go's encoder writes them: `<`, `>` and `&` are escaped
/// too.
[[nodiscard]] std::string json_escaped(std::string_view text);
/// With its quotes.
[[nodiscard]] std::string json_string(std::string_view text);

}  // namespace smtplint::terraform::functions
