#pragma once

#include <string_view>
#include <vector>

namespace smtplint::config {

/// A part of one line, with where it begins in the text.
struct Line {
  std::size_t begin = 0;
  std::string_view text;
};

/// All lines without the blanks around them.
[[nodiscard]] std::vector<Line> lines_of(std::string_view text);
[[nodiscard]] Line trimmed(const Line& line);

}  // namespace smtplint::config
