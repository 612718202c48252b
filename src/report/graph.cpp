#include "report/graph.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <ostream>
#include <string>

#include "report/display.h"

namespace smtplint::report {
namespace {

std::string title(const PathGraph& graph) {
  return graph.root + (graph.environment.empty() ? "" : " (" + graph.environment + ")");
}

/// What stops mail is marked by more than its colour.
std::string label(const PathNode& node) { return node.passage == "deny" ? "STOP " + node.label : node.label; }

/// Mermaid takes entities in place of quotes and backticks.
std::string for_mermaid(std::string_view text) {
  std::string result;
  for (const char letter : one_line(text)) {
    if (letter == '"' || letter == '`') {
      result += "#39;";
    } else {
      result += letter;
    }
  }
  return result;
}

void write_mermaid(std::ostream& out, const std::vector<PathGraph>& graphs) {
  out << "flowchart LR\n";
  for (std::size_t i = 0; i < graphs.size(); ++i) {
    const std::string prefix = "d" + std::to_string(i + 1);
    out << "  subgraph " << prefix << "[\"" << for_mermaid(title(graphs[i])) << "\"]\n";
    for (const PathNode& node : graphs[i].nodes) {
      out << "    " << prefix << node.id << "[\"" << for_mermaid(label(node)) << "\"]:::" << node.passage
          << '\n';
    }
    for (const PathEdge& edge : graphs[i].edges) {
      const std::string_view arrow = edge.passage == "allow"  ? " --> "
                                     : edge.passage == "deny" ? " --x "
                                                              : " -.-> ";
      out << "    " << prefix << edge.from << arrow << prefix << edge.to << '\n';
    }
    out << "  end\n";
  }
  out << "  classDef allow stroke:#1a7f37\n  classDef deny stroke:#cf222e,stroke-width:3px\n"
         "  classDef maybe stroke:#9a6700,stroke-dasharray:4\n";
}

std::string for_dot(std::string_view text) {
  std::string result = "\"";
  for (const char letter : one_line(text)) {
    if (letter == '"' || letter == '\\') result += '\\';
    result += letter;
  }
  return result + '"';
}

void write_dot(std::ostream& out, const std::vector<PathGraph>& graphs) {
  out << "digraph smtplint {\n  rankdir=LR\n  node [shape=box]\n";
  for (std::size_t i = 0; i < graphs.size(); ++i) {
    const std::string prefix = "d" + std::to_string(i + 1);
    out << "  subgraph cluster_" << prefix << " {\n    label=" << for_dot(title(graphs[i])) << '\n';
    for (const PathNode& node : graphs[i].nodes) {
      out << "    " << prefix << node.id << " [label=" << for_dot(label(node));
      if (node.passage == "deny") out << ", color=red, penwidth=3";
      if (node.passage == "maybe") out << ", style=dashed";
      out << "]\n";
    }
    for (const PathEdge& edge : graphs[i].edges) {
      out << "    " << prefix << edge.from << " -> " << prefix << edge.to;
      if (edge.passage == "deny") out << " [color=red, style=dotted]";
      if (edge.passage == "maybe") out << " [style=dashed]";
      out << '\n';
    }
    out << "  }\n";
  }
  out << "}\n";
}

void write_json(std::ostream& out, const std::vector<PathGraph>& graphs) {
  using Json = nlohmann::ordered_json;
  Json document = {{"version", 1}, {"graphs", Json::array()}};
  for (const PathGraph& graph : graphs) {
    Json entry = {{"root", graph.root}, {"environment", graph.environment}};
    entry["nodes"] = Json::array();
    for (const PathNode& node : graph.nodes) {
      entry["nodes"].push_back({{"id", node.id},
                                {"kind", node.kind},
                                {"label", node.label},
                                {"reason", node.reason},
                                {"passage", node.passage}});
    }
    entry["edges"] = Json::array();
    for (const PathEdge& edge : graph.edges) {
      entry["edges"].push_back({{"from", edge.from}, {"to", edge.to}, {"passage", edge.passage}});
    }
    document["graphs"].push_back(std::move(entry));
  }
  out << document.dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
}

constexpr auto table = std::to_array<GraphFormat>({
    {"mermaid", write_mermaid},
    {"dot", write_dot},
    {"json", write_json},
});

}  // namespace

std::span<const GraphFormat> graph_formats() { return table; }

const GraphFormat* graph_format_named(std::string_view name) {
  const auto row = std::ranges::find(table, name, &GraphFormat::name);
  return row == table.end() ? nullptr : row;
}

}  // namespace smtplint::report
