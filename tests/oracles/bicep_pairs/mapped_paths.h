#pragma once

#include <string_view>
#include <vector>

#include "knowledge/catalogue.h"

namespace smtplint::oracle {

/// All property paths that the mapping tables name for a type of resource, each once.
[[nodiscard]] std::vector<knowledge::PropertyPath> mapped_paths(const knowledge::Catalogue& catalogue,
                                                                std::string_view type);

}  // namespace smtplint::oracle
