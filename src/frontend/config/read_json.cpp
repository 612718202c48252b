#include "frontend/config/formats.h"
#include "syntax/json/tree.h"

namespace smtplint::config {
namespace {

/// The tree's depth is bounded by the parser.
Node node_of(const json::Node& from, std::string_view text) {
  Node node;
  node.span = from.span;
  switch (from.kind) {
    case json::NodeKind::error:
    case json::NodeKind::null:
      break;
    case json::NodeKind::boolean:
    case json::NodeKind::number:
      return text_node(from.span.begin, from.span.end,
                       std::string(text.substr(from.span.begin, from.span.length())));
    case json::NodeKind::string: {
      const bool closed = from.span.length() >= 2 && text[from.span.end - 1] == '"';
      return text_node(from.span.begin + 1, closed ? from.span.end - 1 : from.span.end,
                       std::string(from.text));
    }
    case json::NodeKind::array:
      node.kind = Node::Kind::list;
      for (const json::Node* item : from.items) node.items.push_back(node_of(*item, text));
      break;
    case json::NodeKind::object:
      node.kind = Node::Kind::map;
      for (const json::Member& member : from.members) {
        node.members.push_back({std::string(member.name), member.name_span, node_of(*member.value, text)});
      }
      break;
  }
  return node;
}

}  // namespace

Reading read_json(std::string_view text, const ReadOptions& options) {
  Reading reading;
  const auto tree = json::parse(
      text, {.deepest = options.nesting, .progress_per_kilobyte = options.parse_progress_per_kilobyte});
  for (const json::SyntaxError& error : tree->errors())
    reading.problems.push_back({error.span, error.message});
  if (tree->root() != nullptr) reading.documents.push_back(node_of(*tree->root(), text));
  return reading;
}

}  // namespace smtplint::config
