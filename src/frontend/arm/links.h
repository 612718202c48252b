#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "frontend/arm/template.h"

namespace smtplint::arm {

/// The part of a link that names a file, behind what is not known of it; empty where none is named.
[[nodiscard]] std::string file_named_by(Value link);

/// The file of the workspace that a link means: below the folder of the template; where the address of a
/// server stands before, the longest end of its path that is there. No template uses itself or one around it.
[[nodiscard]] std::optional<std::string> linked_file(const Documents& documents, const Template& own,
                                                     std::string_view name);

}  // namespace smtplint::arm
