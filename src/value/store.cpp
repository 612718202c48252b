#include "value/store.h"

#include <algorithm>
#include <charconv>
#include <cstring>
#include <new>

#include "base/assert.h"

namespace smtplint {
namespace {

/// More than any budget allows; a sum up to here never wraps.
constexpr std::uint64_t largest_size = std::uint64_t{1} << 62u;

void count(ValueNode& container, Value inner) {
  container.items_known = container.items_known && inner.wholly_known();
  container.inner_size = std::min(container.inner_size + inner.size(), largest_size);
  const std::uint32_t inner_depth = inner.is_absent() ? 0 : inner.node()->depth;
  container.depth = std::max(container.depth, inner_depth + 1);
}

}  // namespace

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
  ValueNode& node = make(ValueType::string, origin);
  node.content = Text{.chars = keep(chars), .pieces = {}};
  return Value(&node);
}

Value ValueStore::string(const Text& kept, ProvenanceId origin) {
  ValueNode& node = make(ValueType::string, origin);
  node.content = kept;
  return Value(&node);
}

Value ValueStore::sequence(ValueType type, const std::vector<Value>& items, ProvenanceId origin,
                           const Reason* rest) {
  ValueNode& node = make(type, origin);
  node.content = keep(items);
  node.reason = rest;
  for (const Value item : items) count(node, item);
  return bounded(node);
}

Value ValueStore::mapping(ValueType type, const std::vector<Entry>& entries, ProvenanceId origin,
                          const Reason* rest) {
  ValueNode& node = make(type, origin);
  node.content = keep(entries);
  node.reason = rest;
  for (const Entry& entry : entries) count(node, entry.value);
  return bounded(node);
}

Value ValueStore::bounded(const ValueNode& container) {
  if (container.depth <= deepest_value) return Value(&container);
  return unknown(ReasonKind::limit, "nesting", provenance_.step(container.provenance).place);
}

Value ValueStore::reference(std::string_view address, std::string_view path, ProvenanceId origin) {
  ValueNode& node = make(ValueType::reference, origin);
  const Reference* kept = new (arena_.allocate(sizeof(Reference), alignof(Reference)))
      Reference{keep(address), keep(path)};
  node.content = kept;
  return Value(&node);
}

const Reason* ValueStore::reason(ReasonKind kind, std::string_view name, Place place) {
  return new (arena_.allocate(sizeof(Reason), alignof(Reason))) Reason{kind, keep(name), place};
}

Value ValueStore::unknown(const Reason* reason, ProvenanceId origin) {
  SMTPLINT_ASSERT(reason != nullptr);
  ValueNode& node = make(ValueType::unknown, origin);
  node.reason = reason;
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

Value ValueStore::with_rest(Value container, const Reason* rest) {
  ValueNode& node = copy_of(container);
  node.reason = rest;
  return Value(&node);
}

}  // namespace smtplint
