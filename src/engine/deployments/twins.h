#pragma once

#include <string>
#include <vector>

#include "engine/workspace/opened_workspace.h"

namespace smtplint::engine {

/// Do code and plan declare the same resources? Both as `Language::declared` gives them; what the code's
/// calls of modules that are not on disk declare is in the plan alone. False where nothing is declared.
[[nodiscard]] bool declare_the_same(const std::vector<std::string>& code,
                                    const std::vector<std::string>& plan);

/// The root that a plan belongs to, of those that declare the same: the only one, or the innermost folder
/// that holds the plan.
[[nodiscard]] const OpenedRoot* nearest_code(const std::vector<const OpenedRoot*>& roots,
                                             const std::string& plan);

}  // namespace smtplint::engine
