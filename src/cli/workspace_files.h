#pragma once

#include <memory>

#include "base/file_system.h"
#include "cli/options.h"
#include "cli/workspace.h"

namespace smtplint::cli {

/// The files of a workspace: those on disk or, where the user asks for it, those of git's index. Where that
/// cannot be read, a line on stderr says so, and the disk is read.
[[nodiscard]] std::unique_ptr<FileSystem> files_of(const Workspace& workspace, const Options& options);

}  // namespace smtplint::cli
