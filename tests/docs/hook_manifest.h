#pragma once

#include "docs/markdown.h"

namespace smtplint::docs {

/// `.pre-commit-hooks.yaml`: its pattern of file names comes from the table of languages.
[[nodiscard]] Pages hook_manifest();

}  // namespace smtplint::docs
