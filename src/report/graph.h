#pragma once

#include <iosfwd>
#include <span>
#include <string_view>
#include <vector>

#include "diagnostic/path_graph.h"

namespace smtplint::report {

/// One way to write graphs of paths: one function, one row in `graph_formats()`.
struct GraphFormat {
  std::string_view name;
  void (*write)(std::ostream& out, const std::vector<PathGraph>& graphs);
};

[[nodiscard]] std::span<const GraphFormat> graph_formats();
[[nodiscard]] const GraphFormat* graph_format_named(std::string_view name);

}  // namespace smtplint::report
