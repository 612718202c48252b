#include "engine/debug.h"

#include "cli/commands.h"
#include "cli/output.h"
#include "cli/request.h"
#include "cli/wording.h"
#include "cli/workspace.h"
#include "cli/workspace_files.h"

namespace smtplint::cli {

Result<int> run_debug(const Options& options, const knowledge::Catalogue& catalogue) {
  const auto workspaces = workspaces_of(options.paths);
  if (!workspaces) return workspaces.error();
  std::string text;
  for (const Workspace& workspace : *workspaces) {
    const auto request = request_from(options, workspace, catalogue);
    if (!request) return request.error();
    const auto part = engine::debug(options.stage, *request, *files_of(workspace, options), catalogue);
    if (!part) return Error{shown(part.error().message)};
    text += *part;
  }
  if (auto error = write_stdout(text)) return *error;
  return 0;
}

}  // namespace smtplint::cli
