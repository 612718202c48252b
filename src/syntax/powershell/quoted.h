#pragma once

#include <cstddef>
#include <string_view>

namespace smtplint::powershell {

/// Where the text, here-text or comment that begins at `at` ends; `at` itself where none begins.
[[nodiscard]] std::size_t end_of_quoted(std::string_view text, std::size_t at);

}  // namespace smtplint::powershell
