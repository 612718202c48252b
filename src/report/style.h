#pragma once

#include <string>
#include <string_view>

#include "diagnostic/vocabulary.h"

namespace smtplint::report {

/// What a part of the text output is; decides its colour.
enum class Role { error, warning, note, gutter, related, strong };

[[nodiscard]] Role role_of(Severity severity);

/// Wraps texts in terminal colours, or leaves them as they are.
class Style {
 public:
  enum class Colour { off, on };
  explicit Style(Colour colour) : colour_(colour) {}

  [[nodiscard]] std::string paint(Role role, std::string_view text) const;

 private:
  Colour colour_;
};

}  // namespace smtplint::report
