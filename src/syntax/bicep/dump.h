#pragma once

#include <string>

#include "syntax/bicep/tree.h"

namespace smtplint::bicep {

/// A tree as indented text, a node a line with its span, for people; errors come last.
[[nodiscard]] std::string dump(const Tree& tree);

}  // namespace smtplint::bicep
