#pragma once

#include <vector>

#include "base/source.h"
#include "knowledge/catalogue.h"

namespace smtplint::engine {

/// The comments of a file in whatever language its name says, with their marks.
[[nodiscard]] std::vector<Span> comments_of(const Source& source, const knowledge::Catalogue& catalogue);

}  // namespace smtplint::engine
