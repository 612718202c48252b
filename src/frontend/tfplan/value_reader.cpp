#include "frontend/tfplan/value_reader.h"

#include <algorithm>
#include <string>
#include <vector>

#include "base/limit.h"
#include "value/text.h"

namespace smtplint::tfplan {
namespace {

/// Every id of Azure begins so; it names what a symbol would name.
constexpr std::string_view azure_id = "/subscriptions/";

bool is_id_name(std::string_view name) { return name.ends_with("_id") || name.ends_with("_ids"); }

/// Such attributes are null in every plan; the configuration alone tells that they are written.
bool is_write_only(std::string_view name) { return name.ends_with("_wo") || name == "sensitive_body"; }

bool knows_nothing(const json::Node* value) {
  return value == nullptr || value->kind == json::NodeKind::null;
}

bool has_layer(const json::Node* unknown) {
  return unknown != nullptr && (is_true(unknown) || !unknown->items.empty() || !unknown->members.empty());
}

/// What a block does not set: a plan names every attribute of its type.
bool is_unused(const LayeredProperty& property) {
  const json::Node* value = property.layers.value;
  const bool empty = knows_nothing(value) || (value->kind == json::NodeKind::array && value->items.empty());
  return empty && !has_layer(property.layers.unknown) && !is_write_only(property.name);
}

}  // namespace

Value ValueReader::read(const Layers& layers, const Site& site, std::string_view name) {
  if (is_true(layers.unknown)) return unresolved(layers, site, name);
  Value value;
  if (!knows_nothing(layers.value)) {
    value = known(*layers.value, layers, site, name);
  } else if (has_layer(layers.unknown)) {
    value = layers.unknown->kind == json::NodeKind::array ? sequence(layers, site, name)
                                                          : object(layers, site, name);
  } else if (layers.expression != nullptr && is_write_only(name)) {
    value = write_only(layers, site, name);
  } else if (layers.value != nullptr) {
    value = store_.null(store_.step(How::literal, place(layers.value->span, site)));
  }
  return is_true(layers.sensitive) && !value.is_absent() ? store_.as_sensitive(value) : value;
}

Value ValueReader::known(const json::Node& node, const Layers& layers, const Site& site,
                         std::string_view name) {
  switch (node.kind) {
    case json::NodeKind::boolean:
      return store_.boolean(node.boolean, store_.step(How::literal, place(node.span, site)));
    case json::NodeKind::number:
      return number(node, site);
    case json::NodeKind::string:
      return string(node, layers, site);
    case json::NodeKind::array:
      return sequence(layers, site, name);
    case json::NodeKind::object:
      return object(layers, site, name);
    case json::NodeKind::null:
    case json::NodeKind::error:
      break;
  }
  return {};
}

Value ValueReader::symbol(const Symbol& symbol, std::string_view name, ProvenanceId origin) {
  const std::string_view path =
      symbol.path.empty() && is_id_name(name) ? "id" : std::string_view(symbol.path);
  return store_.reference(symbol.address, path, origin);
}

Value ValueReader::unresolved(const Layers& layers, const Site& site, std::string_view name) {
  if (layers.expression == nullptr && site.configured) return {};
  const std::vector<std::string_view> references = references_of(layers.expression);
  const auto found = site.partial ? std::nullopt : links_.symbol(references, site.owner);
  const std::vector<std::string_view> named = distinct(references);
  const std::string what = named.size() == 1 ? std::string(named.front()) : joined(site.address, name);
  const ProvenanceId origin = store_.step(How::attribute, site.place, store_.keep(what));
  const Value value = found
                          ? symbol(*found, name, origin)
                          : store_.unknown(store_.reason(ReasonKind::runtime_only, what, site.place), origin);
  return is_true(layers.sensitive) ? store_.as_sensitive(value) : value;
}

Value ValueReader::write_only(const Layers& layers, const Site& site, std::string_view name) {
  return unresolved({.sensitive = layers.sensitive, .expression = layers.expression}, site, name);
}

Value ValueReader::number(const json::Node& node, const Site& site) {
  const ProvenanceId origin = store_.step(How::literal, place(node.span, site));
  const auto canonical = canonical_number(node.text);
  if (!canonical)
    return store_.unknown(store_.reason(ReasonKind::limit, to_string(Limit::number_digits)), origin);
  return store_.number(*canonical, origin);
}

Value ValueReader::string(const json::Node& node, const Layers& layers, const Site& site) {
  const Span content{node.span.begin + 1, node.span.end - 1};
  const ProvenanceId origin = store_.step(How::literal, place(content, site));
  if (node.text.starts_with(azure_id) && !site.partial) {
    const auto found = links_.symbol(references_of(layers.expression), site.owner);
    if (found && found->path == "id" && links_.contains(found->address)) return symbol(*found, {}, origin);
  }
  TextBuilder text(store_);
  for (const json::StringPart& part : node.parts) {
    const Place at = place(part.span, site);
    if (part.decoded.empty()) {
      text.verbatim(plan_.slice(at.span), at, origin);
    } else {
      text.derived(part.decoded, at, origin);
    }
  }
  return text.finish(origin);
}

/// A list of ids that are not known yet: each reference of the configuration is one of them.
Value ValueReader::linked_list(const Layers& layers, const Site& site) {
  const std::size_t count = layers.unknown == nullptr ? 0 : layers.unknown->items.size();
  if (count == 0 || layers.expression == nullptr) return {};
  if (!std::ranges::all_of(layers.unknown->items, [](const json::Node* one) { return is_true(one); }))
    return {};
  const std::vector<Symbol> symbols = links_.symbols(references_of(layers.expression), site.owner);
  if (symbols.size() != count) return {};
  std::vector<Value> items;
  const ProvenanceId origin = store_.step(How::attribute, site.place, site.address);
  for (const Symbol& one : symbols) items.push_back(symbol(one, {}, origin));
  return store_.sequence(ValueType::list, items);
}

Value ValueReader::sequence(const Layers& layers, const Site& site, std::string_view name) {
  if (const Value linked = linked_list(layers, site); !linked.is_absent()) return linked;
  const std::size_t known_count = layers.value == nullptr ? 0 : layers.value->items.size();
  const std::size_t count =
      std::max(known_count, layers.unknown == nullptr ? 0 : layers.unknown->items.size());
  std::vector<Value> items;
  for (std::size_t i = 0; i < count; ++i) {
    const Layers element = element_of(layers, i);
    Site inner = site;
    inner.configured = site.configured && element.expression != nullptr;
    inner.partial = element.expression != nullptr && element.expression == layers.expression;
    items.push_back(read(element, inner, name));
  }
  return store_.sequence(ValueType::list, items, origin_of(layers, site));
}

Value ValueReader::object(const Layers& layers, const Site& site, std::string_view name) {
  std::vector<Entry> entries;
  for (const LayeredProperty& property : properties_of(layers)) {
    Site inner = site;
    inner.partial = layers.expression != nullptr && property.layers.expression == layers.expression;
    if (!inner.partial && is_unused(property)) continue;
    const Value value = read(property.layers, inner,
                             inner.partial ? joined(name, property.name) : std::string(property.name));
    if (value.is_absent()) continue;
    const Place key_place = property.name_span.length() > 0 ? place(property.name_span, site) : Place{};
    entries.push_back({store_.keep_name(property.name), value, key_place});
  }
  return store_.mapping(ValueType::object, entries, origin_of(layers, site));
}

ProvenanceId ValueReader::origin_of(const Layers& layers, const Site& site) {
  return layers.value == nullptr ? no_provenance : store_.step(How::literal, place(layers.value->span, site));
}

Value ValueReader::configured(const json::Node& expression, const Site& site) {
  if (expression.kind == json::NodeKind::array) {
    std::vector<Value> blocks;
    for (const json::Node* block : expression.items) blocks.push_back(configured_block(*block, site));
    return store_.sequence(ValueType::list, blocks);
  }
  if (!is_attribute(expression)) return configured_block(expression, site);
  if (const json::Node* constant = expression.find("constant_value"))
    return read({.value = constant}, site, {});
  if (expression.find("references") == nullptr) return {};
  return unresolved({.expression = &expression}, site, {});
}

Value ValueReader::configured_block(const json::Node& block, const Site& site) {
  std::vector<Entry> entries;
  for (const LayeredProperty& property : properties_of({.value = &block})) {
    const Value value = configured(*property.layers.value, site);
    if (!value.is_absent())
      entries.push_back({store_.keep_name(property.name), value, place(property.name_span, site)});
  }
  return store_.mapping(ValueType::object, entries);
}

}  // namespace smtplint::tfplan
