#include "syntax/concrete_node.h"

namespace smtplint::syntax {

ConcreteNode ConcreteNode::root_of(const ConcreteTree& tree) {
  return ConcreteNode(ts_tree_root_node(tree.tree_.get()));
}

ConcreteNode ConcreteNode::field(std::string_view name) const {
  if (!*this) return *this;
  return ConcreteNode(
      ts_node_child_by_field_name(node_, name.data(), static_cast<std::uint32_t>(name.size())));
}

/// The cursor visits all children in linear time; asking for them by number does not. Ends where the action
/// says so.
template <typename Action>
void ConcreteNode::for_each_child(const Action& action) const {
  if (!*this) return;
  TSTreeCursor cursor = ts_tree_cursor_new(node_);
  bool more = ts_tree_cursor_goto_first_child(&cursor);
  while (more && action(ts_tree_cursor_current_node(&cursor))) {
    more = ts_tree_cursor_goto_next_sibling(&cursor);
  }
  ts_tree_cursor_delete(&cursor);
}

std::vector<ConcreteNode> ConcreteNode::parts() const {
  std::vector<ConcreteNode> parts;
  for_each_child([&parts](TSNode child) {
    if (ts_node_is_named(child) && !ts_node_is_extra(child)) parts.push_back(ConcreteNode(child));
    return true;
  });
  return parts;
}

std::vector<Span> ConcreteNode::all_of_type(std::string_view type) const {
  std::vector<Span> found;
  if (!*this) return found;
  TSTreeCursor cursor = ts_tree_cursor_new(node_);
  for (bool more = true; more;) {
    const ConcreteNode node(ts_tree_cursor_current_node(&cursor));
    if (node.is(type)) found.push_back(node.span());
    if (ts_tree_cursor_goto_first_child(&cursor)) continue;
    while (more && !ts_tree_cursor_goto_next_sibling(&cursor)) more = ts_tree_cursor_goto_parent(&cursor);
  }
  ts_tree_cursor_delete(&cursor);
  return found;
}

ConcreteNode ConcreteNode::erroneous_part() const {
  ConcreteNode found(TSNode{});
  for_each_child([&found](TSNode child) {
    const ConcreteNode node(child);
    if (node.is_error() || node.has_error()) found = node;
    return !found;
  });
  return found;
}

}  // namespace smtplint::syntax
