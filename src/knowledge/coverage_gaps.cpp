#include "knowledge/coverage_gaps.h"

#include <algorithm>

namespace smtplint::knowledge {
namespace {

CoverageGap read_gap(Node map, Problems& problems) {
  Reader reader(map, problems);
  CoverageGap gap;
  gap.id = reader.text("id");
  gap.unseen = reader.text("unseen");
  gap.instead = reader.text("instead");
  gap.sources = reader.sources();
  return gap;
}

}  // namespace

CoverageGaps CoverageGaps::read(Reader& reader) {
  CoverageGaps table;
  const Node gaps = reader.required("gaps");
  if (!gaps.missing() && (!gaps.is(NodeKind::list) || gaps.size() == 0))
    reader.problems().add(gaps.mark(), "`gaps` is a list of what is not seen");
  for (std::size_t i = 0; gaps.is(NodeKind::list) && i < gaps.size(); ++i) {
    CoverageGap gap = read_gap(gaps.at(i), reader.problems());
    if (std::ranges::find(table.gaps_, gap.id, &CoverageGap::id) != table.gaps_.end())
      reader.problems().add(gaps.at(i).mark(), "`" + gap.id + "` is already defined");
    table.gaps_.push_back(std::move(gap));
  }
  return table;
}

}  // namespace smtplint::knowledge
