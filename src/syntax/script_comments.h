#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace smtplint::syntax {

enum class ScriptLanguage { bash, power_shell, python, php, ruby };

/// How far a text is followed.
struct CommentLimits {
  std::uint32_t deepest_bracket = 0;
  std::uint32_t progress_per_kilobyte = 0;
};

/// The comments of a program, with their marks; none where following the text would cost too much.
[[nodiscard]] std::vector<Span> script_comments(std::string_view text, ScriptLanguage language,
                                                const CommentLimits& limits);

/// How deep brackets stand in each other.
[[nodiscard]] std::uint32_t deepest_bracket(std::string_view text);

}  // namespace smtplint::syntax
