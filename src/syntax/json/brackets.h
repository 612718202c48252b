#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/span.h"

namespace smtplint::json {

/// What the brackets of a text say before it is parsed, strings and comments left out. They pair by count
/// alone.
struct Brackets {
  std::uint32_t deepest = 0;
  std::string closers;           ///< what the text needs behind it to close all of them
  std::optional<Span> unclosed;  ///< the outermost one that is not closed
};

[[nodiscard]] Brackets scan_brackets(std::string_view text);

}  // namespace smtplint::json
