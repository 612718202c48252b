#include "lowering/words.h"

#include <algorithm>

#include "base/letter_case.h"
#include "value/equality.h"

namespace smtplint::lowering {
namespace {

/// The same variable without value means the same thing wherever it is used.
bool same_gap(const Reason* left, const Reason* right) {
  if (left == nullptr || right == nullptr) return false;
  return left == right || (left->kind == ReasonKind::no_value && right->kind == ReasonKind::no_value &&
                           left->name == right->name && left->place == right->place);
}

bool same_piece(const Piece& left, const Piece& right) {
  if (left.begin != right.begin || left.length != right.length) return false;
  if (left.kind == PieceKind::hole || right.kind == PieceKind::hole)
    return same_gap(left.reason, right.reason);
  if (left.kind == PieceKind::reference && right.kind == PieceKind::reference) {
    return *left.reference == *right.reference;
  }
  return left.kind != PieceKind::reference && right.kind != PieceKind::reference;
}

bool same_gaps(const Text& left, const Text& right) {
  const auto gap = [](const Piece& piece) {
    return piece.kind == PieceKind::hole || piece.kind == PieceKind::reference;
  };
  std::vector<Piece> left_gaps, right_gaps;
  std::ranges::copy_if(left.pieces, std::back_inserter(left_gaps), gap);
  std::ranges::copy_if(right.pieces, std::back_inserter(right_gaps), gap);
  return std::ranges::equal(left_gaps, right_gaps, same_piece);
}

}  // namespace

std::optional<std::string> known_text(Value value) {
  if (value.is(ValueType::boolean)) return value.boolean() ? "true" : "false";
  if (value.is(ValueType::number)) return to_text(value.number());
  if (value.is(ValueType::string) && !value.text().has_holes()) return std::string(value.text().chars);
  return std::nullopt;
}

Truth known_truth(Value value) {
  const auto text = known_text(value);
  if (!text) return Truth::unknown;
  if (equal_ignoring_case(*text, "true")) return Truth::yes;
  return equal_ignoring_case(*text, "false") ? Truth::no : Truth::unknown;
}

const Reason* reason_of(Value value, ValueStore& store) {
  if (value.is_unknown()) return &value.reason();
  if (value.is(ValueType::string)) {
    for (const Piece& piece : value.text().pieces) {
      if (piece.kind == PieceKind::hole && piece.reason != nullptr) return piece.reason;
    }
  }
  if (value.is(ValueType::alternatives)) return store.reason(ReasonKind::conflict, "");
  std::string name = known_text(value).value_or("");
  if (value.is(ValueType::reference)) {
    name = std::string(value.reference().address) + "." + std::string(value.reference().path);
  }
  return store.reason(ReasonKind::runtime_only, name);
}

Truth same_name(Value left, Value right) {
  if (left.is_unset() || right.is_unset()) return Truth::unknown;
  const auto left_text = known_text(left), right_text = known_text(right);
  if (left_text && right_text) return truth(equal_ignoring_case(*left_text, *right_text));
  if (left.is_unknown() && right.is_unknown()) {
    return same_gap(&left.reason(), &right.reason()) ? Truth::yes : Truth::unknown;
  }
  if (left.is(ValueType::string) && right.is(ValueType::string) &&
      equal_ignoring_case(left.text().chars, right.text().chars) && same_gaps(left.text(), right.text())) {
    return Truth::yes;
  }
  return same_value(left, right);
}

}  // namespace smtplint::lowering
