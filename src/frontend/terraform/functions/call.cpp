#include "frontend/terraform/functions/call.h"

#include <algorithm>

#include "value/equality.h"

namespace smtplint::terraform::functions {
namespace {

const Reason* first_reason(Call& call, const Text& text) {
  for (const Piece& piece : text.pieces) {
    if (piece.kind == PieceKind::hole) return piece.reason;
    if (piece.kind == PieceKind::reference) return call.reason_of(value_of_hole(call.store(), piece));
  }
  return nullptr;
}

template <typename Range, typename Projection>
const Reason* first_unknown_in(Call& call, const Range& range, Projection projection) {
  const auto unknown = std::ranges::find_if(
      range, [](Value inner) { return !inner.wholly_known(); }, projection);
  return unknown == range.end() ? nullptr : call.reason_of(std::invoke(projection, *unknown));
}

}  // namespace

Value Call::string(std::string_view chars) {
  if (chars.size() > context.limits.text_bytes) return limit(Limit::text_bytes);
  return store().string(chars, origin_);
}

Value Call::decided(Truth truth, Value because) {
  return truth == Truth::unknown ? unknown_because(because) : boolean(truth == Truth::yes);
}

Value Call::number(const Computed& computed) {
  if (computed.error == ArithmeticError::too_long) return limit(Limit::number_digits);
  return computed.ok() ? store().number(computed.text, origin_) : refuse();
}

Value Call::sequence(ValueType type, const std::vector<Value>& items, const Reason* rest) {
  if (!may_expand_to(items.size())) return limit(Limit::expansion);
  return store().sequence(type, items, origin_, rest);
}

Value Call::mapping(ValueType type, std::vector<Entry> entries, const Reason* rest) {
  if (!may_expand_to(entries.size())) return limit(Limit::expansion);
  std::ranges::reverse(entries);
  std::ranges::stable_sort(entries, {}, &Entry::key);
  const auto same_key = [](const Entry& left, const Entry& right) { return left.key == right.key; };
  entries.erase(std::unique(entries.begin(), entries.end(), same_key), entries.end());
  return store().mapping(type, entries, origin_, rest);
}

Value Call::handed_on(Value value) { return store().with_step(value, How::call, place(), name_); }

Value Call::refuse() {
  if (context.budget.exhausted()) return limit(Limit::evaluation_steps);
  return store().unknown(ReasonKind::evaluation_error, name_, place());
}

Truth Call::same(Value left, Value right) {
  return context.budget.spend(std::min(left.size(), right.size())) ? same_value(left, right) : Truth::unknown;
}

Value Call::unknown(ReasonKind kind) { return store().unknown(kind, name_, place()); }

Value Call::limit(Limit bound) { return store().unknown(ReasonKind::limit, to_string(bound), place()); }

Value Call::unknown_because(Value value) { return store().unknown(reason_of(value), origin_); }

const Reason* Call::reason_of(Value value) {
  const Reason* reason = nullptr;
  if (value.is_unknown()) return &value.reason();
  if (value.is(ValueType::string)) reason = first_reason(*this, value.text());
  if (value.rest() != nullptr) return value.rest();
  if (value.is_sequence()) reason = first_unknown_in(*this, value.items(), std::identity{});
  if (value.is_mapping()) reason = first_unknown_in(*this, value.entries(), &Entry::value);
  if (value.is(ValueType::alternatives)) {
    reason = first_unknown_in(*this, value.alternatives(), &Alternative::value);
    if (reason == nullptr) return store().reason(ReasonKind::limit, to_string(Limit::alternatives), place());
  }
  if (value.is(ValueType::reference)) {
    const Reference& reference = value.reference();
    const std::string path = reference.path.empty() ? "" : "." + std::string(reference.path);
    return store().reason(ReasonKind::runtime_only, std::string(reference.address) + path, place());
  }
  return reason != nullptr ? reason : store().reason(ReasonKind::no_value, name_, place());
}

bool ResultText::fits(std::size_t more) {
  cut_off_ = cut_off_ || builder_.size() + more > call_.context.limits.text_bytes ||
             !call_.context.budget.spend(more / 64);
  return !cut_off_;
}

void ResultText::add(std::string_view chars) {
  if (fits(chars.size())) builder_.derived(chars, call_.place(), call_.origin());
}

void ResultText::add_made_of(std::string_view chars, const Piece& piece) {
  if (fits(chars.size())) builder_.derived(chars, piece.place, piece.origin);
}

void ResultText::add_part(const Text& text, std::size_t begin, std::size_t length, ProvenanceId origin) {
  if (fits(length)) builder_.part(text, begin, length, origin);
}

void ResultText::add_own(std::string_view chars, ProvenanceId origin) {
  if (fits(chars.size())) builder_.derived(chars, call_.store().provenance().step(origin).place, origin);
}

void ResultText::add_hole(const Reason* reason) {
  if (fits(hole_text.size())) builder_.hole(reason, call_.place(), call_.origin());
}

bool ResultText::add_value(Value value) {
  const bool string = value.is(ValueType::string);
  return !fits(string ? value.text().chars.size() : 0) || builder_.append(value, call_.place());
}

Value ResultText::finish(ProvenanceId origin) {
  if (cut_off_) return call_.limit(Limit::text_bytes);
  const Value result = builder_.finish(origin);
  const std::span<const Piece> pieces = result.text().pieces;
  if (pieces.size() != 1 || !result.text().has_holes()) return result;
  const Value hole = call_.store().with_provenance(value_of_hole(call_.store(), pieces.front()), origin);
  return result.sensitive() ? call_.store().as_sensitive(hole) : hole;
}

}  // namespace smtplint::terraform::functions
