#include <ostream>
#include <string>

#include "report/display.h"
#include "report/formats.h"
#include "report/grouping.h"
#include "report/place_text.h"

namespace smtplint::report {

void write_concise(std::ostream& out, const Report& report, const Options& options) {
  for (const FindingGroup& group : group_findings(report)) {
    const Finding& finding = *group.shown;
    if (finding.location) out << display_place(report, *finding.location, options) << ": ";
    out << to_string(finding.severity) << '[' << finding.rule << "] " << one_line(finding.message);
    if (const std::string count = count_of_others(group); !count.empty()) out << " (and " << count << ")";
    out << '\n';
  }
}

}  // namespace smtplint::report
