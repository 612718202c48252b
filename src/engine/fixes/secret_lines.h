#pragma once

#include <vector>

#include "base/source.h"
#include "base/span.h"

namespace smtplint::engine {

/// Does one of the lines of a place hold a part of a secret?
[[nodiscard]] bool holds_secret(const SourceStore& sources, Place place, const std::vector<Place>& secrets);

}  // namespace smtplint::engine
