#pragma once

#include <algorithm>
#include <string_view>

namespace smtplint {

inline constexpr std::string_view white_space = " \t\r\n";

/// Without the blanks at both ends.
[[nodiscard]] constexpr std::string_view trimmed(std::string_view text,
                                                 std::string_view blanks = white_space) {
  const std::size_t begin = std::min(text.find_first_not_of(blanks), text.size());
  return text.substr(begin, text.find_last_not_of(blanks) + 1 - begin);
}

}  // namespace smtplint
