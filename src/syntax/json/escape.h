#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace smtplint::json {

struct Escape {
  std::uint32_t length = 0;  ///< in the source
  bool valid = true;
  std::string decoded;
};

/// The escape at the start of a text that begins with a backslash. A surrogate pair is one escape; a lone
/// surrogate stands for U+FFFD.
[[nodiscard]] Escape escape_at(std::string_view text);

}  // namespace smtplint::json
