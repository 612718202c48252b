#pragma once

#include <iosfwd>
#include <string>
#include <vector>

namespace smtplint::report {

struct TableRow {
  std::vector<std::string> cells;    ///< as many as headings
  std::vector<std::string> remarks;  ///< indented lines below the row
};

/// Writes aligned columns for people; nothing at all without rows. Texts are made safe for a terminal.
void write_table(std::ostream& out, const std::vector<std::string>& headings, std::vector<TableRow> rows);

}  // namespace smtplint::report
