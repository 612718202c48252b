#pragma once

#include <string>
#include <string_view>

namespace smtplint::program {

/// How a language writes what cannot stand in a text as it is, behind `\`.
struct EscapeStyle {
  std::string_view letters;   ///< each stands for
  std::string_view meanings;  ///< the character at its position; for nothing beyond the last
  bool codes = false;         ///< `\x41`, `\u0041`, `\u{41}`, `\U00000041`
  bool keeps_unknown = true;  ///< an unknown escape stands for itself, `\` included
};

inline constexpr EscapeStyle python_escapes{"ntr\\'\"abfv\n", "\n\t\r\\'\"\a\b\f\v", true, true};
inline constexpr EscapeStyle php_escapes{"ntrvef\\$\"", "\n\t\r\v\x1b\f\\$\"", true, true};
inline constexpr EscapeStyle ruby_escapes{"ntrabefvs\\\"'#\n", "\n\t\r\a\b\x1b\f\v \\\"'#", true, false};
/// Texts in single quotes of PHP and Ruby.
inline constexpr EscapeStyle quote_escapes{"\\'", "\\'", false, true};

[[nodiscard]] std::string decoded(std::string_view text, const EscapeStyle& style);

}  // namespace smtplint::program
