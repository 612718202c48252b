#pragma once

#include <string>
#include <string_view>

#include "syntax/hcl/tree.h"

namespace smtplint::hcl {

/// A tree as indented text, a node a line with its span, for people; errors come last.
[[nodiscard]] std::string dump(const Tree& tree, std::string_view text);

}  // namespace smtplint::hcl
