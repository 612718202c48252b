#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "syntax/json/tree.h"

namespace smtplint::tfplan {

/// One value as a plan splits it; each may be nullptr.
struct Layers {
  const json::Node* value{};       ///< what is known
  const json::Node* unknown{};     ///< `true` where it is not
  const json::Node* sensitive{};   ///< `true` where it is sensitive
  const json::Node* expression{};  ///< what the configuration says
  bool block = false;              ///< the expression is a block, also where nothing is written in it
};

/// A property of an object in all its layers.
struct LayeredProperty {
  std::string_view name;
  Span name_span;  ///< in the layer of values; empty where it is not in it
  Layers layers;
};

/// The properties that any of the layers has, by name; of equal names the last counts. A layer that stands
/// for all of the object stands for each of them.
[[nodiscard]] std::vector<LayeredProperty> properties_of(const Layers& object);
/// The element of a list in all its layers; the expression is that of the block that made it.
[[nodiscard]] Layers element_of(const Layers& list, std::size_t index);

/// The sensitive parts of a value.
void collect_sensitive(const json::Node* value, const json::Node* sensitive, std::vector<Span>& found);

/// `true`, which stands for a whole value in the layers of a plan.
[[nodiscard]] bool is_true(const json::Node* layer);
/// An attribute: `{"constant_value": ...}`, `{"references": [...]}` or `{}`; else it is a block.
[[nodiscard]] bool is_attribute(const json::Node& expression);
}  // namespace smtplint::tfplan
