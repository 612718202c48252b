#include <sstream>

#include "cli/commands.h"
#include "cli/output.h"
#include "report/table.h"

namespace smtplint::cli {

Result<int> run_rules(const knowledge::Catalogue& catalogue) {
  std::vector<report::TableRow> rows;
  for (const knowledge::Check& check : catalogue.checks()) {
    const std::string severity(to_string(check.info.severity));
    rows.push_back(
        {{check.info.id, check.info.name, check.enabled ? severity : severity + " (off)", check.info.summary},
         {}});
  }
  std::ostringstream out;
  report::write_table(out, {"RULE", "NAME", "SEVERITY", "SUMMARY"}, std::move(rows));
  if (auto error = write_stdout(out.str())) return *error;
  return 0;
}

}  // namespace smtplint::cli
