#pragma once

#include <string>

#include "base/file_system.h"
#include "base/result.h"
#include "cli/workspace.h"
#include "engine/analyze.h"

namespace smtplint::cli {

/// Writes the safe fixes of a report to the files of its workspace; says in how many files.
[[nodiscard]] Result<std::size_t> apply_fixes(const Report& report, const engine::Request& request,
                                              const Workspace& workspace, const FileSystem& files,
                                              const knowledge::Catalogue& catalogue);

/// The safe fixes of a report as a unified diff. Files for which there is none are named on stderr.
[[nodiscard]] std::string diff_of_fixes(const Report& report, const engine::Request& request,
                                        const Workspace& workspace, const FileSystem& files,
                                        const knowledge::Catalogue& catalogue);

}  // namespace smtplint::cli
