#include <map>
#include <ostream>
#include <string>

#include "base/percent_encoding.h"
#include "report/display.h"
#include "report/formats.h"
#include "report/grouping.h"
#include "report/place_text.h"

namespace smtplint::report {
namespace {

/// What GitHub shows of one step: so many annotations of each level, each cut after so many characters.
constexpr std::size_t most_annotations = 10;
constexpr std::size_t longest_message = 4096;

std::string_view level_of(Severity severity) {
  switch (severity) {
    case Severity::error:
      return "error";
    case Severity::warning:
      return "warning";
    case Severity::note:
    case Severity::off:
      return "notice";
  }
  return "notice";
}

/// The runner's own escapes: in a message `%` and line ends, in a property also what ends it.
std::string escaped(std::string_view text, std::string_view special) {
  std::string result;
  for (const char c : text)
    result += special.find(c) == std::string_view::npos ? std::string(1, c) : percent_encoded(c);
  return result;
}

std::string property(std::string_view text) { return escaped(one_line(text), "%\r\n:,"); }

/// Cut between two characters.
std::string_view shortened(std::string_view text) {
  if (text.size() <= longest_message) return text;
  std::size_t end = longest_message;
  while ((static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return text.substr(0, end);
}

/// Columns only where the mark stays on one line: GitHub refuses them otherwise.
std::string place_properties(const Report& report, Place place) {
  const Range range = range_of(report, place, ColumnUnit::unicode_scalar);
  std::string text = " file=" + property(range.path) + ",line=" + std::to_string(range.begin.line) +
                     ",endLine=" + std::to_string(range.end.line);
  if (range.begin.line == range.end.line) {
    text += ",col=" + std::to_string(range.begin.column) + ",endColumn=" + std::to_string(range.end.column);
  }
  return text + ",";
}

std::string annotation(const Report& report, const FindingGroup& group) {
  const Finding& finding = *group.shown;
  const RuleInfo* rule = report.rule(finding.rule);
  std::string message = one_line(finding.message);
  if (const std::string count = count_of_others(group); !count.empty()) message += " (and " + count + ")";
  if (!finding.help.empty()) message += "\nhelp: " + one_line(finding.help);
  return "::" + std::string(level_of(finding.severity)) +
         (finding.location ? place_properties(report, *finding.location) : " ") +
         "title=" + property(finding.rule + (rule == nullptr ? "" : " " + rule->name)) +
         "::" + escaped(shortened(message), "%\r\n");
}

}  // namespace

void write_github(std::ostream& out, const Report& report, const Options& /*options*/) {
  std::map<Severity, std::size_t> shown;
  std::size_t left_out = 0;
  for (const FindingGroup& group : group_findings(report)) {
    if (++shown[group.shown->severity] > most_annotations) {
      ++left_out;
    } else {
      out << annotation(report, group) << '\n';
    }
  }
  if (left_out > 0) {
    out << left_out << " more: GitHub shows " << most_annotations
        << " annotations of each level; `--format markdown` and `--format sarif` have all\n";
  }
}

}  // namespace smtplint::report
