#include "report/table.h"

#include <algorithm>
#include <cstdint>
#include <ostream>

#include "base/assert.h"
#include "report/display.h"

namespace smtplint::report {
namespace {

std::vector<std::uint32_t> widths_of(const std::vector<TableRow>& rows, std::size_t columns) {
  std::vector<std::uint32_t> widths(columns, 0);
  for (const TableRow& row : rows) {
    SMTPLINT_ASSERT(row.cells.size() == columns);
    for (std::size_t i = 0; i < columns; ++i) widths[i] = std::max(widths[i], display_width(row.cells[i]));
  }
  return widths;
}

/// The last column is never padded, so that no line ends with spaces.
void write_cells(std::ostream& out, const std::vector<std::string>& cells,
                 const std::vector<std::uint32_t>& widths) {
  constexpr std::uint32_t gap = 2;
  for (std::size_t i = 0; i + 1 < cells.size(); ++i) {
    out << cells[i] << std::string(widths[i] - display_width(cells[i]) + gap, ' ');
  }
  out << cells.back() << '\n';
}

}  // namespace

void write_table(std::ostream& out, const std::vector<std::string>& headings, std::vector<TableRow> rows) {
  if (rows.empty()) return;
  for (TableRow& row : rows) {
    for (std::string& cell : row.cells) cell = one_line(cell);
  }
  rows.insert(rows.begin(), TableRow{headings, {}});
  const std::vector<std::uint32_t> widths = widths_of(rows, headings.size());
  for (const TableRow& row : rows) {
    write_cells(out, row.cells, widths);
    for (const std::string& remark : row.remarks) out << "  " << one_line(remark) << '\n';
  }
}

}  // namespace smtplint::report
