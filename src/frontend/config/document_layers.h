#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "frontend/config/config.h"

namespace smtplint::config {

/// The documents of one file that count under a profile, each laid over those before it; at most one block.
[[nodiscard]] std::vector<Settings> laid_over_each_other(std::vector<Settings> documents, const Root& root,
                                                         std::string_view profile);

/// The profiles that a document names in the settings that say when it counts.
[[nodiscard]] std::vector<std::string> profiles_named(const Settings& document, const Root& root);

}  // namespace smtplint::config
