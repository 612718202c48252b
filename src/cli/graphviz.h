#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace smtplint::cli {

/// The drawing that Graphviz makes of a graph in its language. Fails with what to do where it is not
/// installed.
[[nodiscard]] Result<std::string> draw_svg(std::string_view dot);

}  // namespace smtplint::cli
