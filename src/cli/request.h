#pragma once

#include "base/result.h"
#include "cli/options.h"
#include "cli/workspace.h"
#include "engine/analyze.h"
#include "knowledge/catalogue.h"

namespace smtplint::cli {

/// The edition that the options choose; fails with one sentence where there is none.
[[nodiscard]] Result<const knowledge::Edition*> chosen_edition(const Options& options,
                                                               const knowledge::PolicyTable& policy);

/// `YYYY-MM-DD`
[[nodiscard]] std::string today();

/// Looks up the words of the options in the catalogue and the files in the workspace.
[[nodiscard]] Result<engine::Request> request_from(const Options& options, const Workspace& workspace,
                                                   const std::string& module_cache,
                                                   const knowledge::Catalogue& catalogue);

}  // namespace smtplint::cli
