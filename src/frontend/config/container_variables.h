#pragma once

#include <string_view>

#include "resource/shapes.h"

namespace smtplint::config {

/// The variable that a text is as a whole: `$A`, `${A}`, `${A:-25}`; empty for any other text.
[[nodiscard]] std::string_view variable_of(std::string_view text);

/// Variables stand for what a file gives them.
void fill_in(Settings& environment, const Settings& variables);

}  // namespace smtplint::config
