#pragma once

#include "base/result.h"
#include "docs/markdown.h"
#include "knowledge/catalogue.h"

namespace smtplint::docs {

/// `rules/README.md` and one page for each rule. Its examples run, and the pages show what they print; fails
/// where one cannot run.
[[nodiscard]] Result<Pages> rule_pages(const knowledge::Catalogue& catalogue);

}  // namespace smtplint::docs
