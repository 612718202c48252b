#include "value/equality.h"

#include <algorithm>

namespace smtplint {
namespace {

bool same_pieces(const Text& left, const Text& right) {
  return std::ranges::equal(left.pieces, right.pieces, [](const Piece& a, const Piece& b) {
    const bool symbols = a.kind == PieceKind::reference && b.kind == PieceKind::reference;
    if (symbols) return a.begin == b.begin && *a.reference == *b.reference;
    return a.begin == b.begin && a.length == b.length && a.kind == b.kind && a.kind != PieceKind::hole;
  });
}

/// The text before the first hole and after the last one is certain.
bool certain_ends_differ(const Text& left, const Text& right) {
  const auto head = [](const Text& text) { return text.chars.substr(0, text.chars.find(hole_text)); };
  const auto tail = [](const Text& text) {
    const std::size_t last = text.chars.rfind(hole_text);
    return last == std::string_view::npos ? text.chars : text.chars.substr(last + hole_text.size());
  };
  const std::string_view left_head = head(left), right_head = head(right);
  const std::size_t shared_head = std::min(left_head.size(), right_head.size());
  if (left_head.substr(0, shared_head) != right_head.substr(0, shared_head)) return true;
  const std::string_view left_tail = tail(left), right_tail = tail(right);
  const std::size_t shared_tail = std::min(left_tail.size(), right_tail.size());
  return left_tail.substr(left_tail.size() - shared_tail) !=
         right_tail.substr(right_tail.size() - shared_tail);
}

Truth same_text(const Text& left, const Text& right) {
  if (!left.has_holes() && !right.has_holes()) return truth(left.chars == right.chars);
  if (left.chars == right.chars && same_pieces(left, right)) return Truth::yes;
  return certain_ends_differ(left, right) ? Truth::no : Truth::unknown;
}

Truth same_items(Value left, Value right) {
  if (left.rest() != nullptr || right.rest() != nullptr) return Truth::unknown;
  if (left.items().size() != right.items().size()) return Truth::no;
  Truth result = Truth::yes;
  for (std::size_t i = 0; i < left.items().size(); ++i) {
    result = result & same_value(left.items()[i], right.items()[i]);
  }
  return result;
}

Truth same_entries(Value left, Value right) {
  if (left.rest() != nullptr || right.rest() != nullptr) return Truth::unknown;
  if (left.entries().size() != right.entries().size()) return Truth::no;
  Truth result = Truth::yes;
  for (const Entry& entry : left.entries()) {
    const Value other = right.find(entry.key);
    result = result & (other.is_absent() ? Truth::no : same_value(entry.value, other));
  }
  return result;
}

/// Values that hold the same parts over and over would take longer to compare than anybody waits.
constexpr std::uint64_t most_compared = 1'000'000;

bool undecided(Value value) { return value.is_unknown() || value.is(ValueType::alternatives); }

}  // namespace

Truth same_value(Value left, Value right) {
  if (left.node() == right.node()) return undecided(left) ? Truth::unknown : Truth::yes;
  if (left.is_absent() || right.is_absent()) return Truth::no;
  if (undecided(left) || undecided(right)) return Truth::unknown;
  if (left.is(ValueType::reference) && right.is(ValueType::reference)) {
    return left.reference() == right.reference() ? Truth::yes : Truth::unknown;
  }
  if (left.is(ValueType::reference) || right.is(ValueType::reference)) return Truth::unknown;
  if (left.type() != right.type()) return Truth::no;
  if (left.size() > most_compared && right.size() > most_compared) return Truth::unknown;
  switch (left.type()) {
    case ValueType::null:
      return Truth::yes;
    case ValueType::boolean:
      return truth(left.boolean() == right.boolean());
    case ValueType::number:
      return truth(left.number() == right.number());
    case ValueType::string:
      return same_text(left.text(), right.text());
    case ValueType::list:
    case ValueType::set:
    case ValueType::tuple:
      return same_items(left, right);
    case ValueType::map:
    case ValueType::object:
      return same_entries(left, right);
    case ValueType::reference:
    case ValueType::unknown:
    case ValueType::alternatives:
      break;
  }
  return Truth::unknown;
}

}  // namespace smtplint
