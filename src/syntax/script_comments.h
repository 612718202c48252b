#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "syntax/parse_limits.h"

namespace smtplint::syntax {

enum class ScriptLanguage { bash, power_shell, python, php, ruby };

/// The comments of a program, with their marks, where brackets are at most `deepest` deep; none where
/// following the text would cost too much.
[[nodiscard]] std::vector<Span> script_comments(std::string_view text, ScriptLanguage language,
                                                const ParseLimits& limits);

/// How deep brackets stand in each other.
[[nodiscard]] std::uint32_t deepest_bracket(std::string_view text);

}  // namespace smtplint::syntax
