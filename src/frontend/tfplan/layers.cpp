#include "frontend/tfplan/layers.h"

#include <algorithm>

namespace smtplint::tfplan {
namespace {

/// Lists of blocks are matched up to so many.
constexpr std::size_t most_compared = 512;

bool is_scalar(const json::Node& node) {
  return node.kind == json::NodeKind::string || node.kind == json::NodeKind::number ||
         node.kind == json::NodeKind::boolean;
}

/// No constant of the block says something else than the element.
bool may_have_made(const json::Node& block, const json::Node& element) {
  return std::ranges::all_of(block.members, [&element](const json::Member& member) {
    const json::Node* constant = member.value->find("constant_value");
    const json::Node* value = element.find(member.name);
    if (constant == nullptr || value == nullptr || !is_scalar(*constant) || !is_scalar(*value)) return true;
    return constant->text == value->text;
  });
}

/// The block of the configuration that made an element of a list of blocks. They are matched by their
/// constants, for blocks of a set stand in another order. nullptr where it is not certain.
const json::Node* block_of(const json::Node* expression, const json::Node* values, std::size_t index) {
  if (expression == nullptr || is_attribute(*expression)) return expression;
  if (expression->kind == json::NodeKind::object) return expression;
  const std::size_t count = expression->items.size();
  if (values == nullptr || values->items.size() != count || count > most_compared) return nullptr;
  const json::Node* found = nullptr;
  for (const json::Node* block : expression->items) {
    if (!may_have_made(*block, *values->items[index])) continue;
    if (found != nullptr) return nullptr;
    found = block;
  }
  return found;
}

const json::Node* element(const json::Node* layer, std::size_t index) {
  if (layer == nullptr || is_true(layer)) return layer;
  return index < layer->items.size() ? layer->items[index] : nullptr;
}

void add(std::vector<LayeredProperty>& properties, const json::Node* object,
         const json::Node* Layers::*layer) {
  if (object == nullptr) return;
  for (const json::Member& member : object->members) {
    LayeredProperty& added = properties.emplace_back();
    added.name = member.name;
    added.layers.*layer = member.value;
    if (layer == &Layers::value) added.name_span = member.name_span;
  }
}

void lay_over(const LayeredProperty& upper, LayeredProperty& lower) {
  for (const auto layer : {&Layers::value, &Layers::unknown, &Layers::sensitive, &Layers::expression}) {
    if (upper.layers.*layer != nullptr) lower.layers.*layer = upper.layers.*layer;
  }
  if (upper.name_span.length() > 0) lower.name_span = upper.name_span;
}

}  // namespace

bool is_true(const json::Node* layer) {
  return layer != nullptr && layer->kind == json::NodeKind::boolean && layer->boolean;
}

void collect_sensitive(const json::Node* value, const json::Node* sensitive, std::vector<Span>& found) {
  if (value == nullptr || sensitive == nullptr) return;
  if (is_true(sensitive)) return found.push_back(value->span);
  for (const LayeredProperty& property : properties_of({.value = value, .sensitive = sensitive})) {
    collect_sensitive(property.layers.value, property.layers.sensitive, found);
  }
  for (std::size_t i = 0; i < value->items.size(); ++i) {
    collect_sensitive(value->items[i], element(sensitive, i), found);
  }
}

bool is_attribute(const json::Node& expression) {
  return expression.kind == json::NodeKind::object &&
         std::ranges::all_of(expression.members, [](const json::Member& member) {
           return member.name == "constant_value" || member.name == "references";
         });
}

std::vector<LayeredProperty> properties_of(const Layers& object) {
  std::vector<LayeredProperty> all;
  const bool attribute = object.expression != nullptr && !object.block && is_attribute(*object.expression);
  add(all, object.value, &Layers::value);
  add(all, object.unknown, &Layers::unknown);
  add(all, object.sensitive, &Layers::sensitive);
  if (!attribute) add(all, object.expression, &Layers::expression);
  std::ranges::stable_sort(all, {}, &LayeredProperty::name);
  std::vector<LayeredProperty> joined;
  for (const LayeredProperty& one : all) {
    if (joined.empty() || joined.back().name != one.name) {
      joined.push_back(one);
    } else {
      lay_over(one, joined.back());
    }
  }
  for (LayeredProperty& one : joined) {
    if (attribute) one.layers.expression = object.expression;
    if (is_true(object.sensitive)) one.layers.sensitive = object.sensitive;
  }
  return joined;
}

Layers element_of(const Layers& list, std::size_t index) {
  const bool block = list.expression != nullptr && list.expression->kind == json::NodeKind::array;
  return {element(list.value, index), element(list.unknown, index), element(list.sensitive, index),
          block_of(list.expression, list.value, index), block};
}

}  // namespace smtplint::tfplan
