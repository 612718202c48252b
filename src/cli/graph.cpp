#include <sstream>

#include "cli/commands.h"
#include "cli/graphviz.h"
#include "cli/output.h"
#include "cli/request.h"
#include "cli/wording.h"
#include "cli/workspace.h"
#include "cli/workspace_files.h"
#include "engine/debug/path_graph.h"

namespace smtplint::cli {

Result<int> run_graph(const Options& options, const knowledge::Catalogue& catalogue) {
  const auto workspaces = workspaces_of(options.paths);
  if (!workspaces) return workspaces.error();
  std::vector<PathGraph> graphs;
  for (const Workspace& workspace : *workspaces) {
    const OpenedFiles opened(workspace, options);
    const auto request = request_from(options, workspace, opened.module_cache(), catalogue);
    if (!request) return request.error();
    auto some = engine::path_graphs(*request, opened.files(), catalogue);
    if (!some) return Error{shown(some.error().message)};
    graphs.insert(graphs.end(), some->begin(), some->end());
  }
  std::ostringstream text;
  options.graph.format->write(text, graphs);
  std::string result = std::move(text).str();
  if (options.graph.drawn) {
    auto drawing = draw_svg(result);
    if (!drawing) return drawing.error();
    result = std::move(drawing).value();
  }
  if (auto error = write_stdout(result)) return *error;
  return 0;
}

}  // namespace smtplint::cli
