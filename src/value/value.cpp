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

template <typename T>
std::span<const T> items_of(const ValueNode& node) {
  const auto& items = held<HeldItems<T>>(node);
  return {items.first, items.count};
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
      return rest() == nullptr && node_->items_known;
    case ValueType::reference:
    case ValueType::unknown:
    case ValueType::alternatives:
      return false;
  }
  return false;
}

std::uint64_t Value::size() const {
  if (is_sequence()) return held<HeldItems<Value>>(*node_).inner_size + 1;
  if (is_mapping()) return held<HeldItems<Entry>>(*node_).inner_size + 1;
  return 1;
}

bool Value::boolean() const {
  SMTPLINT_ASSERT(is(ValueType::boolean));
  return held<bool>(*node_);
}

const Number& Value::number() const {
  SMTPLINT_ASSERT(is(ValueType::number));
  return held<Number>(*node_);
}

Text Value::text() const {
  SMTPLINT_ASSERT(is(ValueType::string));
  const auto& text = held<HeldText>(*node_);
  Text whole{{text.chars, text.length}, {text.pieces, text.piece_count}};
  if (text.encoded != nullptr) {
    whole.encoding = text.encoded->encoding;
    whole.encoded = text.encoded->string;
  }
  return whole;
}

std::span<const Value> Value::items() const {
  SMTPLINT_ASSERT(is_sequence());
  return items_of<Value>(*node_);
}

std::span<const Entry> Value::entries() const {
  SMTPLINT_ASSERT(is_mapping());
  return items_of<Entry>(*node_);
}

const Reason& Value::reason() const {
  SMTPLINT_ASSERT(is_unknown());
  return *held<const Reason*>(*node_);
}

const Reference& Value::reference() const {
  SMTPLINT_ASSERT(is(ValueType::reference));
  return *held<const Reference*>(*node_);
}

std::span<const Alternative> Value::alternatives() const {
  SMTPLINT_ASSERT(is(ValueType::alternatives));
  return held<HeldAlternatives>(*node_).choices;
}

const Reason* Value::rest() const {
  if (is_sequence()) return held<HeldItems<Value>>(*node_).rest;
  return is_mapping() ? held<HeldItems<Entry>>(*node_).rest : nullptr;
}

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
