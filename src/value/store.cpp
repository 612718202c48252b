#include "value/store.h"

#include <algorithm>
#include <charconv>
#include <cstring>
#include <new>

#include "base/assert.h"
#include "base/limit.h"

namespace smtplint {
namespace {

/// More than any budget allows; a sum up to here never wraps.
constexpr std::uint64_t largest_size = std::uint64_t{1} << 62u;

std::uint32_t depth_of(Value value) {
  if (value.is_sequence()) return std::get<HeldItems<Value>>(value.node()->content).depth;
  return value.is_mapping() ? std::get<HeldItems<Entry>>(value.node()->content).depth : 0;
}

Value value_in(Value item) { return item; }
Value value_in(const Entry& entry) { return entry.value; }

/// What a container holds; `kept` lives as long as its store.
template <typename T>
HeldItems<T> held_items(std::span<const T> kept, const Reason* rest, ValueNode& container) {
  HeldItems<T> items{kept.data(), static_cast<std::uint32_t>(kept.size()), 0, 0, rest};
  for (const T& one : kept) {
    const Value inner = value_in(one);
    container.items_known = container.items_known && inner.wholly_known();
    items.inner_size = std::min(items.inner_size + inner.size(), largest_size);
    items.depth = std::max(items.depth, depth_of(inner) + 1);
  }
  return items;
}

}  // namespace

std::string_view ValueStore::keep_name(std::string_view name) {
  const auto known = names_.find(name);
  return known != names_.end() ? *known : *names_.insert(keep(name)).first;
}

std::string_view ValueStore::keep(std::string_view text) {
  if (text.empty()) return {};
  auto* copy = static_cast<char*>(arena_.allocate(text.size(), 1));
  std::memcpy(copy, text.data(), text.size());
  return {copy, text.size()};
}

ValueNode& ValueStore::make(ValueType type, ProvenanceId origin) {
  auto* node = new (arena_.allocate(sizeof(ValueNode), alignof(ValueNode))) ValueNode{};
  node->type = type;
  node->provenance = origin;
  return *node;
}

ValueNode& ValueStore::copy_of(Value value) {
  SMTPLINT_ASSERT(!value.is_absent());
  return *new (arena_.allocate(sizeof(ValueNode), alignof(ValueNode))) ValueNode(*value.node());
}

Value ValueStore::null(ProvenanceId origin) { return Value(&make(ValueType::null, origin)); }

Value ValueStore::boolean(bool value, ProvenanceId origin) {
  ValueNode& node = make(ValueType::boolean, origin);
  node.content = value;
  return Value(&node);
}

Value ValueStore::integer(std::int64_t value, ProvenanceId origin) {
  ValueNode& node = make(ValueType::number, origin);
  node.content = Number{.integer = value};
  return Value(&node);
}

Value ValueStore::number(std::string_view text, ProvenanceId origin) {
  ValueNode& node = make(ValueType::number, origin);
  Number number;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number.integer);
  if (error != std::errc{} || end != text.data() + text.size()) number = {.decimal = keep(text)};
  node.content = number;
  return Value(&node);
}

Value ValueStore::string(std::string_view chars, ProvenanceId origin) {
  return string(Text{.chars = keep(chars), .pieces = {}}, origin);
}

Value ValueStore::string(const Text& kept, ProvenanceId origin) {
  ValueNode& node = make(ValueType::string, origin);
  HeldText text{kept.chars.data(), static_cast<std::uint32_t>(kept.chars.size()),
                static_cast<std::uint32_t>(kept.pieces.size()), kept.pieces.data()};
  node.content = text;
  return Value(&node);
}

Value ValueStore::sequence(ValueType type, const std::vector<Value>& items, ProvenanceId origin,
                           const Reason* rest) {
  ValueNode& node = make(type, origin);
  node.content = held_items(keep(items), rest, node);
  return bounded(node);
}

Value ValueStore::mapping(ValueType type, const std::vector<Entry>& entries, ProvenanceId origin,
                          const Reason* rest) {
  ValueNode& node = make(type, origin);
  node.content = held_items(keep(entries), rest, node);
  return bounded(node);
}

Value ValueStore::bounded(const ValueNode& container) {
  if (depth_of(Value(&container)) <= deepest_value) return Value(&container);
  return unknown(ReasonKind::limit, to_string(Limit::nesting), provenance_.step(container.provenance).place);
}

Value ValueStore::reference(std::string_view address, std::string_view path, ProvenanceId origin) {
  ValueNode& node = make(ValueType::reference, origin);
  const Reference* kept =
      new (arena_.allocate(sizeof(Reference), alignof(Reference))) Reference{keep(address), keep(path)};
  node.content = kept;
  return Value(&node);
}

const Reason* ValueStore::reason(ReasonKind kind, std::string_view name, Place place) {
  return new (arena_.allocate(sizeof(Reason), alignof(Reason))) Reason{kind, keep(name), place};
}

Value ValueStore::unknown(const Reason* reason, ProvenanceId origin) {
  SMTPLINT_ASSERT(reason != nullptr);
  ValueNode& node = make(ValueType::unknown, origin);
  node.content = reason;
  return Value(&node);
}

Value ValueStore::unknown(ReasonKind kind, std::string_view name, Place place) {
  return unknown(reason(kind, name, place));
}

Value ValueStore::with_provenance(Value value, ProvenanceId provenance) {
  if (value.is_absent() || value.provenance() == provenance) return value;
  ValueNode& node = copy_of(value);
  node.provenance = provenance;
  return Value(&node);
}

Value ValueStore::with_step(Value value, How how, Place place, std::string_view name) {
  if (value.is_absent()) return value;
  return with_provenance(value, step(how, place, name, value.provenance()));
}

Value ValueStore::with_element_step(Value element, Value container, Place place, std::string_view name) {
  if (element.is_absent()) return element;
  Step taken{How::element, place, name, element.provenance(), container.provenance()};
  Value result = with_provenance(element, provenance_.add(taken));
  return container.sensitive() ? as_sensitive(result) : result;
}

Value ValueStore::as_sensitive(Value value, bool sensitive) {
  if (value.is_absent() || value.sensitive() == sensitive) return value;
  ValueNode& node = copy_of(value);
  node.sensitive = sensitive;
  return Value(&node);
}

Value ValueStore::as_declared_secret(Value value) {
  note_secret(value);
  return as_sensitive(value);
}

/// The depth of values is bounded where they are made.
void ValueStore::note_secret(Value value) {
  if (value.is_sequence()) {
    for (const Value item : value.items()) note_secret(item);
  } else if (value.is_mapping()) {
    for (const Entry& entry : value.entries()) note_secret(entry.value);
  } else if (value.is(ValueType::alternatives)) {
    for (const Alternative& alternative : value.alternatives()) note_secret(alternative.value);
  } else if (value.is(ValueType::string) && !value.text().pieces.empty()) {
    for (const Piece& piece : value.text().pieces) {
      const bool text = piece.kind == PieceKind::verbatim || piece.kind == PieceKind::derived;
      if (text && piece.place.known()) declared_secrets_.push_back(piece.place);
    }
  } else if (value.is(ValueType::string) || value.is(ValueType::number)) {
    const std::vector<Step> chain = provenance_.chain(value.provenance());
    if (!chain.empty() && chain.front().place.known()) declared_secrets_.push_back(chain.front().place);
  }
}

Value ValueStore::as_defaulted(Value value) {
  if (value.is_absent()) return value;
  ValueNode& node = copy_of(value);
  node.defaulted = true;
  return Value(&node);
}

Value ValueStore::with_type(Value value, ValueType type) {
  if (value.is(type)) return value;
  ValueNode& node = copy_of(value);
  node.type = type;
  return Value(&node);
}

Value ValueStore::with_stand_in(Value alternatives, const Reason* stands_for) {
  ValueNode& node = copy_of(alternatives);
  std::get<HeldAlternatives>(node.content).stands_for = stands_for;
  return Value(&node);
}

}  // namespace smtplint
