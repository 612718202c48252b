#pragma once

#include <string>

#include "base/result.h"
#include "knowledge/catalogue.h"

namespace smtplint::docs {

/// The page by which a reader decides what to trust: everything that is understood, and what is not seen.
/// Fails where the program and the page's own tables disagree.
[[nodiscard]] Result<std::string> coverage_page(const knowledge::Catalogue& catalogue);

}  // namespace smtplint::docs
