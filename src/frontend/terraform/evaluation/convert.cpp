#include "frontend/terraform/evaluation/convert.h"

#include <algorithm>
#include <unordered_set>

#include "base/limit.h"
#include "value/alternatives.h"
#include "value/number.h"
#include "value/text.h"

namespace smtplint::terraform {
namespace {

Value keep_marks(ValueStore& store, Value result, Value from) {
  if (from.sensitive()) result = store.as_sensitive(result);
  return from.defaulted() ? store.as_defaulted(result) : result;
}

Value refuse(ValueStore& store, std::string_view conversion, Place place) {
  return store.unknown(ReasonKind::evaluation_error, conversion, place);
}

bool stays(Value value) {
  return value.is_absent() || value.is_unknown() || value.is(ValueType::null) ||
         value.is(ValueType::reference);
}

template <typename Function>
Value one_by_one(ValueStore& store, Value value, Place place, Function function) {
  return map_alternatives(store, {&value, 1}, Reach::top, place,
                          [&](std::span<const Value> taken) { return function(store, taken[0], place); });
}

/// A value read out of a text that is one piece comes from that piece.
ProvenanceId provenance_of_text(ValueStore& store, Value string) {
  if (string.text().pieces.size() != 1) return string.provenance();
  return part_provenance(store, string, 0, string.text().chars.size());
}

const Reason* hole_reason(ValueStore& store, const Text& text, Place place) {
  for (const Piece& piece : text.pieces) {
    if (piece.kind == PieceKind::hole) return piece.reason;
    if (piece.kind == PieceKind::reference) {
      const std::string name =
          std::string(piece.reference->address) + "." + std::string(piece.reference->path);
      return store.reason(ReasonKind::runtime_only, name, place);
    }
  }
  return store.reason(ReasonKind::evaluation_error, "", place);
}

Value scalar_to_string(ValueStore& store, Value value, Place place) {
  if (stays(value) || value.is(ValueType::string)) return value;
  TextBuilder builder(store);
  if (!builder.append(value, place)) return refuse(store, "tostring", place);
  return keep_marks(store, builder.finish(value.provenance()), value);
}

/// A number all right, but of more digits than are kept.
bool only_too_long(std::string_view text) {
  const std::size_t e = text.find_first_of("eE");
  if (e == std::string_view::npos)
    return text.size() > longest_number && text.find_first_not_of("0123456789.-+") == text.npos;
  std::string_view exponent = text.substr(e + 1);
  if (exponent.starts_with('-') || exponent.starts_with('+')) exponent.remove_prefix(1);
  const bool digits = !exponent.empty() && exponent.find_first_not_of("0123456789") == exponent.npos;
  return digits && canonical_number(text.substr(0, e)).has_value();
}

Value scalar_to_number(ValueStore& store, Value value, Place place) {
  if (stays(value) || value.is(ValueType::number)) return value;
  if (!value.is(ValueType::string)) return refuse(store, "tonumber", place);
  if (value.text().has_holes())
    return store.unknown(hole_reason(store, value.text(), place), value.provenance());
  const std::optional<std::string> number = canonical_number(value.text().chars);
  if (!number && only_too_long(value.text().chars))
    return store.unknown(ReasonKind::limit, to_string(Limit::number_digits), place);
  if (!number) return refuse(store, "tonumber", place);
  return keep_marks(store, store.number(*number, provenance_of_text(store, value)), value);
}

Value scalar_to_boolean(ValueStore& store, Value value, Place place) {
  if (stays(value) || value.is(ValueType::boolean)) return value;
  if (!value.is(ValueType::string)) return refuse(store, "tobool", place);
  if (value.text().has_holes())
    return store.unknown(hole_reason(store, value.text(), place), value.provenance());
  const std::string_view chars = value.text().chars;
  const bool yes = chars == "true" || chars == "1", no = chars == "false" || chars == "0";
  if (!yes && !no) return refuse(store, "tobool", place);
  return keep_marks(store, store.boolean(yes, provenance_of_text(store, value)), value);
}

class RefusalSearch {
 public:
  [[nodiscard]] bool found_in(Value value) {
    if (value.is_absent() || value.wholly_known() || !visited_.insert(value.node()).second) return false;
    const auto inside = [this](Value inner) { return found_in(inner); };
    switch (value.type()) {
      case ValueType::unknown:
        return value.reason().kind == ReasonKind::evaluation_error;
      case ValueType::string:
        return std::ranges::any_of(value.text().pieces, [](const Piece& piece) {
          return piece.kind == PieceKind::hole && piece.reason->kind == ReasonKind::evaluation_error;
        });
      case ValueType::list:
      case ValueType::set:
      case ValueType::tuple:
        return refused_rest(value) || std::ranges::any_of(value.items(), inside);
      case ValueType::map:
      case ValueType::object:
        return refused_rest(value) || std::ranges::any_of(value.entries(), inside, &Entry::value);
      case ValueType::alternatives:
        return std::ranges::any_of(value.alternatives(), inside, &Alternative::value);
      case ValueType::null:
      case ValueType::boolean:
      case ValueType::number:
      case ValueType::reference:
        break;
    }
    return false;
  }

 private:
  static bool refused_rest(Value container) {
    return container.rest() != nullptr && container.rest()->kind == ReasonKind::evaluation_error;
  }

  std::unordered_set<const ValueNode*> visited_;
};

}  // namespace

Value to_string_value(ValueStore& store, Value value, Place place) {
  return one_by_one(store, value, place, scalar_to_string);
}

Value to_number_value(ValueStore& store, Value value, Place place) {
  return one_by_one(store, value, place, scalar_to_number);
}

Value to_boolean_value(ValueStore& store, Value value, Place place) {
  return one_by_one(store, value, place, scalar_to_boolean);
}

Truth to_truth(Value value) {
  if (value.is(ValueType::boolean)) return truth(value.boolean());
  if (value.is(ValueType::string) && !value.text().has_holes()) {
    if (value.text().chars == "true" || value.text().chars == "1") return Truth::yes;
    if (value.text().chars == "false" || value.text().chars == "0") return Truth::no;
  }
  if (!value.is(ValueType::alternatives)) return Truth::unknown;
  const Truth first = to_truth(value.alternatives().front().value);
  const auto same = [first](const Alternative& one) { return to_truth(one.value) == first; };
  return std::ranges::all_of(value.alternatives(), same) ? first : Truth::unknown;
}

bool refused(Value value) { return RefusalSearch().found_in(value); }

}  // namespace smtplint::terraform
