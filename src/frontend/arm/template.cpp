#include "frontend/arm/template.h"

#include "value/text.h"

namespace smtplint::arm {

std::string declared_in(const Template& own, std::string_view type, std::span<const Value> names) {
  for (const Template* at = &own; at != nullptr; at = at->shares_scope ? at->outer : nullptr) {
    std::string address = at->declared.find(type, names);
    if (!address.empty()) return address;
  }
  return {};
}

Place Deployment::place(const Template& in, Span span) const {
  if (in.text.is_absent()) return {in.source, span};
  return text_origin(store, in.text, span.begin, span.length()).place;
}

std::shared_ptr<const arm_expression::Tree> Deployment::expression(const json::Node& node) {
  const auto known = expressions_.find(&node);
  if (known != expressions_.end()) return known->second;
  const std::string_view inside = node.text.substr(1, node.text.size() - 2);
  return expressions_.emplace(&node, arm_expression::parse(inside, limits.parsing())).first->second;
}

}  // namespace smtplint::arm
