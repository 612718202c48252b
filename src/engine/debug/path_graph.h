#pragma once

#include <vector>

#include "diagnostic/path_graph.h"
#include "engine/analyze.h"

namespace smtplint::engine {

/// The way of every sender's mail, a graph for each deployment that has any. What stops it, on the way or by
/// Azure's own block, is a node that denies.
[[nodiscard]] Result<std::vector<PathGraph>> path_graphs(const Request& request, const FileSystem& files,
                                                         const knowledge::Catalogue& catalogue);

}  // namespace smtplint::engine
