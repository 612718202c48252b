#include <ostream>
#include <string>

#include "report/display.h"
#include "report/formats.h"
#include "report/grouping.h"
#include "report/place_text.h"
#include "report/rule_link.h"
#include "report/summary.h"

namespace smtplint::report {
namespace {

/// GitHub takes one mebibyte as the summary of a step, and nobody reads more rows.
constexpr std::size_t most_bytes = 1000 * 1000;
constexpr std::size_t most_rows = 200;
constexpr std::size_t longest_text = 1000;

/// Text of others without any meaning for Markdown or HTML; what stands between backticks becomes code.
std::string plain(std::string_view text) {
  constexpr std::string_view marks = "\\`*_{}[]()#+!|<>&~@$\"':";
  std::string result;
  bool code = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '`' && (code || text.find('`', i + 1) != std::string_view::npos)) {
      result += code ? "</code>" : "<code>";
      code = !code;
    } else if (marks.find(text[i]) != std::string_view::npos) {
      result += "&#" + std::to_string(static_cast<int>(text[i])) + ";";
    } else {
      result += text[i];
    }
  }
  return result;
}

std::string cell(std::string_view text) {
  std::string line = one_line(text);
  if (line.size() <= longest_text) return plain(line);
  std::size_t end = longest_text;
  while ((static_cast<unsigned char>(line[end]) & 0xC0U) == 0x80U) --end;
  return plain(line.substr(0, end)) + "…";
}

std::string rule_cell(const Report& report, const Finding& finding, const Options& options) {
  const RuleInfo* rule = report.rule(finding.rule);
  const std::string link = rule == nullptr ? "" : rule_link(*rule, options);
  return link.empty() ? plain(finding.rule) : "[" + plain(finding.rule) + "](<" + link + ">)";
}

std::string place_cell(const Report& report, const Finding& finding) {
  if (!finding.location) return "";
  const Range range = range_of(report, *finding.location, ColumnUnit::unicode_scalar);
  return "<code>" + cell(range.path) + "&#58;" + std::to_string(range.begin.line) + "</code>";
}

std::string row(const Report& report, const FindingGroup& group, const Options& options) {
  const Finding& finding = *group.shown;
  const std::string count = count_of_others(group);
  return "| " + std::string(to_string(finding.severity)) + " | " + rule_cell(report, finding, options) +
         " | " + place_cell(report, finding) + " | " + cell(finding.message) +
         (count.empty() ? "" : " (and " + count + ")") + " | " + cell(finding.help) + " |\n";
}

void write_table(std::ostream& out, const Report& report, const Options& options) {
  const std::vector<FindingGroup> groups = group_findings(report);
  if (groups.empty()) return;
  out << "\n| | rule | place | finding | help |\n|---|---|---|---|---|\n";
  std::size_t rows = 0, bytes = 0;
  for (const FindingGroup& group : groups) {
    const std::string text = row(report, group, options);
    bytes += text.size();
    if (rows == most_rows || bytes > most_bytes) break;
    out << text;
    ++rows;
  }
  if (rows < groups.size()) out << "\n" << groups.size() - rows << " more\n";
}

void write_skipped(std::ostream& out, const Report& report, const Options& options) {
  const std::vector<std::string> lines = skipped_lines(report, options);
  if (lines.empty()) return;
  out << '\n';
  for (const std::string& line : lines) out << "- " << plain(line) << '\n';
}

}  // namespace

void write_markdown(std::ostream& out, const Report& report, const Options& options) {
  Options from_workspace = options;
  from_workspace.folder.clear();
  from_workspace.workspace.clear();
  out << "### smtplint\n\n" << summary(report) << '\n';
  write_table(out, report, from_workspace);
  write_skipped(out, report, from_workspace);
}

}  // namespace smtplint::report
