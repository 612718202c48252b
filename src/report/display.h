#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace smtplint::report {

/// One scalar as a terminal shows it: nothing in `glyph` can move the cursor or reorder the line.
struct Glyph {
  std::string text;
  std::uint32_t width = 1;  ///< terminal columns
};

/// A tab is four spaces; controls and invisible or reordering characters become visible stand-ins.
[[nodiscard]] Glyph glyph_of(char32_t scalar);

/// A text that others wrote, made fit for one line of a terminal or log. Bytes that are no UTF-8 become
/// U+FFFD.
[[nodiscard]] std::string one_line(std::string_view text);

/// A text of several lines that holds what others wrote: each line made fit as `one_line` does, and no line
/// is one that a runner of workflows takes for a command.
[[nodiscard]] std::string lines_without_commands(std::string_view text);

/// Terminal columns of a text that went through `one_line`.
[[nodiscard]] std::uint32_t display_width(std::string_view text);

}  // namespace smtplint::report
