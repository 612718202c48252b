#pragma once

#include "docs/markdown.h"
#include "knowledge/catalogue.h"

namespace smtplint::docs {

/// The JSON schema of `.smtplint.yaml` and the page with its keys, both from the table that the reader works
/// by.
[[nodiscard]] Pages configuration_pages(const knowledge::Catalogue& catalogue);

}  // namespace smtplint::docs
