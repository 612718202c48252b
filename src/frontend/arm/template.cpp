#include "frontend/arm/template.h"

#include <algorithm>

#include "value/text.h"

namespace smtplint::arm {

std::string declared_in(const Template& own, std::string_view type, std::span<const Value> names) {
  for (const Template* at = &own; at != nullptr; at = at->shares_scope ? at->outer : nullptr) {
    std::string address = at->declared.find(type, names);
    if (!address.empty()) return address;
  }
  return {};
}

Value Deployment::cut_off(std::string_view limit, Place place) {
  add_event({EventKind::limit_reached, place, std::string(limit)});
  return store.unknown(ReasonKind::limit, limit, place);
}

void Deployment::add_event(const Event& event) {
  const bool limit = event.kind == EventKind::limit_reached;
  const bool said = std::ranges::any_of(events, [&event, limit](const Event& one) {
    return one.kind == event.kind && one.detail == event.detail && (limit || one.place == event.place);
  });
  if (!said) events.push_back(event);
}

void Deployment::note_left_out(const std::string& path, const std::string& reason) {
  const bool said = std::ranges::any_of(
      left_out, [&](const LeftOut& one) { return one.path == path && one.reason == reason; });
  if (!said) left_out.push_back({path, reason});
}

void Deployment::note_file_read(const std::string& path) {
  if (std::ranges::find(files_read, path) == files_read.end()) files_read.push_back(path);
}

Place Deployment::place(const Template& in, Span span) const {
  if (in.text.is_absent()) return {in.source, span};
  return text_origin(store, in.text, span.begin, span.length()).place;
}

std::shared_ptr<const arm_expression::Tree> Deployment::expression(const json::Node& node) {
  const auto known = expressions_.find(&node);
  if (known != expressions_.end()) return known->second;
  const std::string_view inside = node.text.substr(1, node.text.size() - 2);
  return expressions_
      .emplace(&node,
               arm_expression::parse(inside, {.deepest = limits.nesting,
                                              .progress_per_kilobyte = limits.parse_progress_per_kilobyte}))
      .first->second;
}

}  // namespace smtplint::arm
