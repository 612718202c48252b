#include "report/summary.h"

#include <algorithm>

#include "report/display.h"
#include "report/grouping.h"
#include "report/order.h"
#include "report/place_text.h"

namespace smtplint::report {

std::string counted(std::size_t count, std::string_view noun) {
  return std::to_string(count) + " " + std::string(noun) + (count == 1 ? "" : "s");
}

namespace {

bool is_fixable(const FindingGroup& group) {
  const auto safe = [](const Fix& fix) { return fix.safety == FixSafety::safe; };
  return std::ranges::any_of(group.shown->fixes, safe);
}

}  // namespace

std::string summary(const Report& report) {
  std::size_t errors = 0;
  std::size_t warnings = 0;
  std::size_t notes = 0;
  std::size_t fixable = 0;
  for (const FindingGroup& group : group_findings(report)) {
    errors += group.shown->severity == Severity::error ? 1 : 0;
    warnings += group.shown->severity == Severity::warning ? 1 : 0;
    notes += group.shown->severity == Severity::note ? 1 : 0;
    fixable += is_fixable(group) ? 1 : 0;
  }
  std::string line = counted(errors, "error") + ", " + counted(warnings, "warning") + ", " +
                     counted(notes, "note") + "; " + counted(report.analysed.size(), "file") + " analysed";
  if (report.suppressed > 0) line += ", " + counted(report.suppressed, "finding") + " suppressed";
  if (!report.not_analysed.empty())
    line += ", " + std::to_string(report.not_analysed.size()) + " not analysed";
  if (fixable > 0) line += "; " + std::to_string(fixable) + " fixable with `--fix`";
  return line;
}

std::vector<std::string> skipped_lines(const Report& report, const Options& options) {
  constexpr std::size_t named = 10;
  std::vector<std::string> lines;
  for (const SkippedFile* file : ordered_not_analysed(report)) {
    if (lines.size() == named) {
      lines.push_back(std::to_string(report.not_analysed.size() - named) +
                      " more; `--format json` lists all");
      break;
    }
    lines.push_back("not analysed: " + one_line(display_path(file->path, options)) + ": " +
                    one_line(file->reason));
  }
  return lines;
}

}  // namespace smtplint::report
