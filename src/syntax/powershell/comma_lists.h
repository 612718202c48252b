#pragma once

#include <string>
#include <string_view>

namespace smtplint::powershell {

/// The grammar does not know a blank behind the comma of `-Name a, b`, but knows one before it. Gives the
/// text with each `, ` turned round, as long as before; texts and comments stay.
[[nodiscard]] std::string with_blanks_before_commas(std::string_view text);

}  // namespace smtplint::powershell
