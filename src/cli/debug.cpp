#include "engine/debug/debug.h"

#include "cli/commands.h"
#include "cli/output.h"
#include "cli/request.h"
#include "cli/wording.h"
#include "cli/workspace.h"
#include "cli/workspace_files.h"
#include "report/display.h"

namespace smtplint::cli {

Result<int> run_debug(const Options& options, const knowledge::Catalogue& catalogue) {
  const auto workspaces = workspaces_of(options.paths);
  if (!workspaces) return workspaces.error();
  std::string text;
  for (const Workspace& workspace : *workspaces) {
    const OpenedFiles opened(workspace, options);
    const auto request = request_from(options, workspace, opened.module_cache(), catalogue);
    if (!request) return request.error();
    const auto part = options.question
                          ? engine::debug_path(*request, *options.question, opened.files(), catalogue)
                          : engine::debug(options.stage, *request, opened.files(), catalogue);
    if (!part) return Error{shown(part.error().message)};
    text += *part;
  }
  if (auto error = write_stdout(report::lines_without_commands(text))) return *error;
  return 0;
}

}  // namespace smtplint::cli
