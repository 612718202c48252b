#include "lowering/linker.h"

#include <algorithm>

#include "base/letter_case.h"
#include "lowering/words.h"
#include "resource/address.h"
#include "value/text.h"

namespace smtplint::lowering {
namespace {

using knowledge::Field;
using knowledge::Thing;

bool is_one_of(Thing thing, std::span<const Thing> kinds) {
  return std::ranges::find(kinds, thing) != kinds.end();
}

std::string name_key(Thing thing, std::string_view name) {
  return std::to_string(static_cast<int>(thing)) + "/" + lower_case(name);
}

/// The last part of a name that Azure Resource Manager writes with its parents: `network/subnet`.
std::string_view last_segment(std::string_view name) { return name.substr(name.rfind('/') + 1); }

std::vector<std::string_view> segments(std::string_view id) {
  std::vector<std::string_view> found;
  while (!id.empty()) {
    const std::size_t end = std::min(id.find('/'), id.size());
    if (end > 0) found.push_back(id.substr(0, end));
    id.remove_prefix(std::min(end + 1, id.size()));
  }
  return found;
}

/// The segment after one of that name.
std::string_view segment_after(const std::vector<std::string_view>& parts, std::string_view name) {
  for (std::size_t i = 0; i + 1 < parts.size(); ++i) {
    if (equal_ignoring_case(parts[i], name)) return parts[i + 1];
  }
  return {};
}

/// `["?"]` stands for keys that are not known.
bool has_unknown_key(std::string_view address) { return address.find("[\"?\"]") != std::string_view::npos; }

/// A group is written by its name or by its id.
Truth same_group(Value left, Value right) {
  const auto left_text = known_text(left), right_text = known_text(right);
  if (!left_text || !right_text) return same_name(left, right);
  return truth(equal_ignoring_case(last_segment(*left_text), last_segment(*right_text)));
}

/// Groups and subscriptions hold things; they are none.
bool is_scope(std::string_view type) {
  return equal_ignoring_case(type, "resourceGroups") || equal_ignoring_case(type, "subscriptions");
}

/// What comes from there is not in the deployment.
bool from_outside(Value value) {
  if (!value.is_unknown()) return false;
  const ReasonKind kind = value.reason().kind;
  return kind == ReasonKind::remote_module || kind == ReasonKind::data_source || kind == ReasonKind::secret;
}

LinkTarget decided(const std::vector<Mapped*>& certain, std::vector<Mapped*> possible) {
  if (certain.size() == 1) return {certain.front(), {}, {}};
  possible.insert(possible.begin(), certain.begin(), certain.end());
  return {nullptr, std::move(possible), {}};
}

}  // namespace

std::string_view subscription_in(std::string_view id) {
  const std::vector<std::string_view> parts = segments(id);
  const bool subscription = id.starts_with('/') && parts.size() > 1 &&
                            equal_ignoring_case(parts[0], "subscriptions") &&
                            parts[1].find(hole_text) == std::string_view::npos;
  return subscription ? parts[1] : std::string_view();
}

bool is_scope_id(Value value) {
  if (!value.is(ValueType::string) || !value.text().chars.starts_with('/')) return false;
  const std::vector<std::string_view> parts = segments(value.text().chars);
  return parts.size() > 1 && is_scope(parts[parts.size() - 2]);
}

Linker::Linker(MappedThings& things, ValueStore& store) : store_(store) {
  for (Mapped& thing : things) {
    by_address_[thing.resource->address].push_back(&thing);
    by_bare_address_[without_keys(thing.resource->address)].push_back(&thing);
    by_kind_[static_cast<int>(thing.thing())].push_back(&thing);
    const auto name = known_text(thing[Field::name]);
    by_name_[name_key(thing.thing(), name ? last_segment(*name) : "")].push_back(&thing);
  }
}

LinkTarget Linker::target(const Mapped& thing, Field field) const {
  if (field == Field::parent && thing.container != nullptr) return {thing.container, {}, {}};
  return resolve(thing[field], link_targets(thing.thing(), field), thing[Field::resource_group]);
}

std::vector<LinkTarget> Linker::targets(const Mapped& thing, Field field) const {
  const Value value = thing[field];
  if (!value.is_sequence()) {
    return value.is_unset() ? std::vector<LinkTarget>() : std::vector<LinkTarget>{target(thing, field)};
  }
  std::vector<LinkTarget> found;
  for (const Value item : value.items()) {
    found.push_back(resolve(item, link_targets(thing.thing(), field), thing[Field::resource_group]));
  }
  return found;
}

LinkTarget Linker::resolve(Value value, Kinds kinds, Value resource_group) const {
  if (value.is_unset() || from_outside(value)) return {};
  if (value.is(ValueType::reference)) return by_reference(value.reference(), kinds);
  if (value.is(ValueType::alternatives)) return by_alternatives(value, kinds, resource_group);
  if (value.is(ValueType::string)) return by_text(value, kinds, resource_group);
  return by_name(value, resource_group, {}, kinds);
}

LinkTarget Linker::by_alternatives(Value value, Kinds kinds, Value resource_group) const {
  Things found;
  bool outside = false;
  for (const Alternative& choice : value.alternatives()) {
    LinkTarget target = resolve(choice.value, kinds, resource_group);
    if (target.thing != nullptr) target.possible.push_back(target.thing);
    outside = outside || target.thing == nullptr;
    for (Mapped* thing : target.possible) {
      if (std::ranges::find(found, thing) == found.end()) found.push_back(thing);
    }
  }
  if (outside) return {nullptr, std::move(found), {}};
  return decided(found, {});
}

Linker::Things Linker::at(std::string_view address) const {
  const auto exact = by_address_.find(address);
  if (exact != by_address_.end()) return exact->second;
  const auto alike = by_bare_address_.find(without_keys(address));
  if (alike == by_bare_address_.end()) return {};
  const bool any_key = !address.ends_with(']') || has_unknown_key(address);
  Things found;
  std::ranges::copy_if(alike->second, std::back_inserter(found), [any_key](const Mapped* thing) {
    return any_key || has_unknown_key(thing->resource->address);
  });
  return found;
}

LinkTarget Linker::by_reference(const Reference& reference, Kinds kinds) const {
  Things whole, parts;
  for (Mapped* thing : at(reference.address)) {
    if (!is_one_of(thing->thing(), kinds)) continue;
    (thing->inner.empty() ? whole : parts).push_back(thing);
    const bool named = !thing->inner.empty() && reference.path.size() > thing->inner.size() &&
                       equal_ignoring_case(reference.path.substr(0, thing->inner.size()), thing->inner);
    if (named && thing->resource->address == reference.address) return {thing, {}, {}};
  }
  return decided(whole.empty() ? parts : whole, {});
}

Value Linker::part(Value text, std::string_view piece) const {
  if (piece.empty()) return {};
  const auto begin = static_cast<std::size_t>(piece.data() - text.text().chars.data());
  return text_part(store_, text, begin, piece.size());
}

LinkTarget Linker::by_text(Value value, Kinds kinds, Value resource_group) const {
  const Text& text = value.text();
  if (text.chars.starts_with('/')) return by_id(value, kinds);
  if (!text.pieces.empty() && text.pieces.front().kind == PieceKind::reference) {
    const Piece& outer = text.pieces.front();
    const std::string_view below_it = text.chars.substr(outer.length);
    if (below_it.empty()) return by_reference(*outer.reference, kinds);
    const std::vector<std::string_view> parts = segments(below_it);
    if (below_it.starts_with('/') && parts.size() == 2) {
      return below(*outer.reference, part(value, parts.back()), kinds);
    }
  }
  return by_name(value, resource_group, {}, kinds);
}

LinkTarget Linker::below(const Reference& outer, Value name, Kinds kinds) const {
  Things certain, possible;
  for (Mapped* thing : named(name, kinds)) {
    const Mapped* parent = target(*thing, Field::parent).thing;
    if (parent == nullptr || parent->resource->address != outer.address) continue;
    const Truth meant = same_name(name, (*thing)[Field::name]);
    if (meant == Truth::yes) certain.push_back(thing);
    if (meant == Truth::unknown) possible.push_back(thing);
  }
  return decided(certain, std::move(possible));
}

LinkTarget Linker::by_id(Value id, Kinds kinds) const {
  const std::string_view chars = id.text().chars;
  const std::vector<std::string_view> parts = segments(chars);
  if (parts.size() < 2 || is_scope(parts[parts.size() - 2])) return {};
  const bool nested = !kinds.empty() && !info(kinds.front()).parents.empty() && parts.size() > 3;
  const Value parent = nested ? part(id, parts[parts.size() - 3]) : Value();
  LinkTarget target =
      by_name(part(id, parts.back()), part(id, segment_after(parts, "resourceGroups")), parent, kinds);
  if (target.thing == nullptr && target.possible.empty()) target.elsewhere = std::string(chars);
  return target;
}

Linker::Things Linker::named(Value name, Kinds kinds) const {
  const auto text = known_text(name);
  Things found;
  for (const Thing kind : kinds) {
    if (!text) {
      const auto all = by_kind_.find(static_cast<int>(kind));
      if (all != by_kind_.end()) found.insert(found.end(), all->second.begin(), all->second.end());
      continue;
    }
    for (const std::string_view key : {std::string_view(*text), std::string_view()}) {
      const auto some = by_name_.find(name_key(kind, last_segment(key)));
      if (some != by_name_.end()) found.insert(found.end(), some->second.begin(), some->second.end());
    }
  }
  return found;
}

Truth Linker::is_meant(const Mapped& thing, Value name, Value resource_group, Value parent_name) const {
  const auto own_name = known_text(thing[Field::name]), other_name = known_text(name);
  Truth meant = own_name && other_name
                    ? truth(equal_ignoring_case(last_segment(*own_name), last_segment(*other_name)))
                    : same_name(name, thing[Field::name]);
  if (meant == Truth::yes && same_group(resource_group, thing[Field::resource_group]) == Truth::no) {
    meant = Truth::no;
  }
  if (meant == Truth::yes && !parent_name.is_absent()) {
    const Mapped* parent = target(thing, Field::parent).thing;
    if (parent != nullptr && same_name(parent_name, (*parent)[Field::name]) == Truth::no) meant = Truth::no;
  }
  return meant;
}

LinkTarget Linker::by_name(Value name, Value resource_group, Value parent_name, Kinds kinds) const {
  Things certain, in_group, possible;
  for (Mapped* thing : named(name, kinds)) {
    const Truth meant = is_meant(*thing, name, resource_group, parent_name);
    if (meant == Truth::unknown) possible.push_back(thing);
    if (meant != Truth::yes) continue;
    certain.push_back(thing);
    if (same_group(resource_group, (*thing)[Field::resource_group]) == Truth::yes) in_group.push_back(thing);
  }
  if (in_group.size() == 1) return {in_group.front(), {}, {}};
  if (certain.size() == 1) return {certain.front(), {}, {}};
  return decided(certain, std::move(possible));
}

}  // namespace smtplint::lowering
