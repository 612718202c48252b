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

CoverageGaps CoverageGaps::read(const std::vector<Node>& files, Problems& problems) {
  CoverageGaps table;
  for (const Node file : files) {
    if (file.find("id").text() != "coverage-gaps") continue;
    Reader reader(file, problems);
    (void)reader.text("id");
    const Node gaps = reader.required("gaps");
    if (!gaps.missing() && (!gaps.is(NodeKind::list) || gaps.size() == 0))
      problems.add(gaps.mark(), "`gaps` is a list of what is not seen");
    for (std::size_t i = 0; gaps.is(NodeKind::list) && i < gaps.size(); ++i) {
      CoverageGap gap = read_gap(gaps.at(i), problems);
      if (std::ranges::find(table.gaps_, gap.id, &CoverageGap::id) != table.gaps_.end())
        problems.add(gaps.at(i).mark(), "`" + gap.id + "` is already defined");
      table.gaps_.push_back(std::move(gap));
    }
  }
  return table;
}

}  // namespace smtplint::knowledge
