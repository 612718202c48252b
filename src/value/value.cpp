#include "value/value.h"

#include <algorithm>

#include "base/assert.h"
#include "base/letter_case.h"

namespace smtplint {
namespace {

template <typename T>
const T& held(const ValueNode& node) {
  const T* content = std::get_if<T>(&node.content);
  SMTPLINT_ASSERT(content != nullptr);
  return *content;
}

}  // namespace

bool Text::has_holes() const {
  return std::ranges::any_of(pieces, [](const Piece& piece) {
    return piece.kind == PieceKind::hole || piece.kind == PieceKind::reference;
  });
}

bool Value::is_unset() const { return node_ == nullptr || node_->type == ValueType::null; }

ValueType Value::type() const {
  SMTPLINT_ASSERT(node_ != nullptr);
  return node_->type;
}

bool Value::is_sequence() const { return is(ValueType::list) || is(ValueType::set) || is(ValueType::tuple); }

bool Value::is_mapping() const { return is(ValueType::map) || is(ValueType::object); }

bool Value::is_scalar() const {
  return is(ValueType::boolean) || is(ValueType::number) || is(ValueType::string);
}

bool Value::wholly_known() const {
  if (node_ == nullptr) return true;
  switch (node_->type) {
    case ValueType::null:
    case ValueType::boolean:
    case ValueType::number:
      return true;
    case ValueType::string:
      return !text().has_holes();
    case ValueType::list:
    case ValueType::set:
    case ValueType::tuple:
    case ValueType::map:
    case ValueType::object:
      return node_->reason == nullptr && node_->items_known;
    case ValueType::reference:
    case ValueType::unknown:
    case ValueType::alternatives:
      return false;
  }
  return false;
}

std::uint64_t Value::size() const { return node_ == nullptr ? 1 : node_->inner_size + 1; }

bool Value::boolean() const {
  SMTPLINT_ASSERT(is(ValueType::boolean));
  return held<bool>(*node_);
}

const Number& Value::number() const {
  SMTPLINT_ASSERT(is(ValueType::number));
  return held<Number>(*node_);
}

const Text& Value::text() const {
  SMTPLINT_ASSERT(is(ValueType::string));
  return held<Text>(*node_);
}

std::span<const Value> Value::items() const {
  SMTPLINT_ASSERT(is_sequence());
  return held<std::span<const Value>>(*node_);
}

std::span<const Entry> Value::entries() const {
  SMTPLINT_ASSERT(is_mapping());
  return held<std::span<const Entry>>(*node_);
}

const Reason& Value::reason() const {
  SMTPLINT_ASSERT(is_unknown() && node_->reason != nullptr);
  return *node_->reason;
}

const Reference& Value::reference() const {
  SMTPLINT_ASSERT(is(ValueType::reference));
  return *held<const Reference*>(*node_);
}

std::span<const Alternative> Value::alternatives() const {
  SMTPLINT_ASSERT(is(ValueType::alternatives));
  return held<std::span<const Alternative>>(*node_);
}

const Reason* Value::rest() const { return is_sequence() || is_mapping() ? node_->reason : nullptr; }

Value Value::find(std::string_view key) const {
  if (!is_mapping()) return {};
  const auto entry = std::ranges::find(entries(), key, &Entry::key);
  return entry == entries().end() ? Value{} : entry->value;
}

Value Value::find_ignoring_case(std::string_view key) const {
  if (!is_mapping()) return {};
  const auto same = [key](const Entry& entry) { return equal_ignoring_case(entry.key, key); };
  const auto entry = std::ranges::find_if(entries(), same);
  return entry == entries().end() ? Value{} : entry->value;
}

bool Value::sensitive() const { return node_ != nullptr && node_->sensitive; }

bool Value::defaulted() const { return node_ != nullptr && node_->defaulted; }

ProvenanceId Value::provenance() const { return node_ == nullptr ? no_provenance : node_->provenance; }

}  // namespace smtplint
