#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace smtplint::terraform::functions {

/// One `%...` of a format string.
struct FormatDirective {
  char verb = 0;
  bool plus = false, minus = false, space = false, zero = false, sharp = false;
  std::optional<std::uint64_t> width, precision;
  std::optional<std::uint64_t> argument;  ///< `[2]`, counted from one
  std::size_t length = 0;                 ///< with its percent sign
};

/// The directive that a text begins with; nothing where it is cut off or malformed.
[[nodiscard]] std::optional<FormatDirective> read_directive(std::string_view text);

}  // namespace smtplint::terraform::functions
