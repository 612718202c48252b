#include <algorithm>
#include <filesystem>
#include <memory>

#include "cli/colour.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "cli/reading_progress.h"
#include "cli/repair.h"
#include "cli/report_union.h"
#include "cli/request.h"
#include "cli/version.h"
#include "cli/wording.h"
#include "cli/workspace.h"
#include "cli/workspace_files.h"
#include "report/summary.h"

namespace smtplint::cli {
namespace {

/// What an analysis of all workspaces gives.
struct Analysed {
  Report report;
  std::string diff;          ///< of the safe fixes, where it was asked for
  std::size_t repaired = 0;  ///< files
};

Result<Report> analysed(const engine::Request& request, const FileSystem& files,
                        const knowledge::Catalogue& catalogue) {
  auto report = engine::analyze(request, ReadingProgress(files), catalogue);
  if (!report) return Error{shown(report.error().message)};
  return report;
}

/// A path that is neither on the disk nor in git's index, or on the disk alone.
std::optional<Error> missing_in(const Workspace& workspace, const FileSystem& files) {
  for (const std::string& path : workspace.paths) {
    if (path.empty() || files.kind(path) != EntryKind::missing) continue;
    const std::filesystem::path absolute = workspace.root / path;
    const std::string named = absolute.lexically_proximate(std::filesystem::current_path()).generic_string();
    std::error_code failed;
    if (std::filesystem::exists(absolute, failed))
      return Error{backticked(named) + " is not in git's index; `git add` puts it there"};
    return missing_path(named);
  }
  return std::nullopt;
}

/// One workspace, repaired where that was asked for: what is reported then is what remains.
Result<Analysed> analysed(const Options& options, const Workspace& workspace,
                          const knowledge::Catalogue& catalogue) {
  const OpenedFiles opened(workspace, options);
  const FileSystem& files = opened.files();
  if (auto error = missing_in(workspace, files)) return *error;
  const auto request = request_from(options, workspace, opened.module_cache(), catalogue);
  if (!request) return request.error();
  auto report = analysed(*request, files, catalogue);
  if (!report) return report.error();
  if (options.repair == Repair::show) {
    std::string diff = diff_of_fixes(*report, *request, workspace, files, catalogue);
    return Analysed{std::move(report).value(), std::move(diff), 0};
  }
  if (options.repair == Repair::none) return Analysed{std::move(report).value(), {}, 0};
  const auto repaired = apply_fixes(*report, *request, workspace, files, catalogue);
  if (!repaired) return repaired.error();
  auto remaining = analysed(*request, files, catalogue);
  if (!remaining) return remaining.error();
  return Analysed{std::move(remaining).value(), {}, *repaired};
}

Result<Analysed> analysed(const Options& options, const std::vector<Workspace>& workspaces,
                          const knowledge::Catalogue& catalogue) {
  std::optional<Analysed> joined;
  for (const Workspace& workspace : workspaces) {
    auto one = analysed(options, workspace, catalogue);
    if (!one) return one.error();
    if (!joined) {
      joined = std::move(one).value();
      continue;
    }
    add_report(joined->report, one->report,
               workspace.root.lexically_relative(workspaces.front().root).generic_string());
    joined->diff += one->diff;
    joined->repaired += one->repaired;
  }
  SMTPLINT_ASSERT(joined.has_value());
  joined->report.tool_version = version();
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
  const auto workspaces =
      workspaces_of(options.paths, options.git_index ? Missing::may_be_indexed : Missing::is_wrong);
  if (!workspaces) return workspaces.error();
  const auto analysis = analysed(options, *workspaces, catalogue);
  if (!analysis) return analysis.error();
  const Report& report = analysis->report;
  const Workspace& first = workspaces->front();
  const report::Options shape{.colour = wants_colour(options.colour, terminal_of_stdout()),
                              .folder = first.folder,
                              .workspace = first.from_current,
                              .docs_url = docs_url(),
                              .information_url = docs_url().empty() ? (*edition)->page : docs_url()};
  if (auto error = write_outputs(report, options.outputs, shape)) return *error;
  if (auto error = write_stdout(analysis->diff)) return *error;
  for (const std::string& line : report::skipped_lines(report, shape)) write_stderr_line(line);
  if (analysis->repaired > 0) write_stderr_line("repaired " + report::counted(analysis->repaired, "file"));
  write_stderr_line(report::summary(report));
  return options.command == Command::check && fails(report, options.fail_on) ? 1 : 0;
}

}  // namespace smtplint::cli
