#include <algorithm>

#include "cli/colour.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "cli/report_union.h"
#include "cli/request.h"
#include "cli/version.h"
#include "cli/wording.h"
#include "cli/workspace.h"
#include "cli/workspace_files.h"
#include "report/summary.h"

namespace smtplint::cli {
namespace {

Result<Report> analysed(const Options& options, const std::vector<Workspace>& workspaces,
                        const knowledge::Catalogue& catalogue) {
  std::optional<Report> joined;
  for (const Workspace& workspace : workspaces) {
    const auto request = request_from(options, workspace, catalogue);
    if (!request) return request.error();
    auto report = engine::analyze(*request, *files_of(workspace, options), catalogue);
    if (!report) return Error{shown(report.error().message)};
    if (!joined) {
      joined = std::move(report).value();
    } else {
      add_report(*joined, *report,
                 workspace.root.lexically_relative(workspaces.front().root).generic_string());
    }
  }
  SMTPLINT_ASSERT(joined.has_value());
  joined->tool_version = version();
  return std::move(*joined);
}

bool fails(const Report& report, std::optional<Severity> fail_on) {
  return fail_on && std::ranges::any_of(report.findings, [fail_on](const Finding& finding) {
           return finding.severity >= *fail_on;
         });
}

}  // namespace

Result<int> run_analysis(const Options& options, const knowledge::Catalogue& catalogue) {
  const auto edition = chosen_edition(options, catalogue.policy());
  if (!edition) return edition.error();
  const auto workspaces = workspaces_of(options.paths);
  if (!workspaces) return workspaces.error();
  const auto report = analysed(options, *workspaces, catalogue);
  if (!report) return report.error();
  const Workspace& first = workspaces->front();
  const report::Options shape{.colour = wants_colour(options.colour, terminal_of_stdout()),
                              .folder = first.folder,
                              .workspace = first.from_current,
                              .docs_url = docs_url(),
                              .information_url = docs_url().empty() ? (*edition)->page : docs_url()};
  if (auto error = write_outputs(*report, options.outputs, shape)) return *error;
  for (const std::string& line : report::skipped_lines(*report, shape)) write_stderr_line(line);
  write_stderr_line(report::summary(*report));
  return options.command == Command::check && fails(*report, options.fail_on) ? 1 : 0;
}

}  // namespace smtplint::cli
