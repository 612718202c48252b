#include "engine/languages/plan_values.h"

#include <algorithm>
#include <string>
#include <vector>

#include "base/letter_case.h"

namespace smtplint::engine {
namespace {

/// Elements of sets are paired up to so many; longer lists in order.
constexpr std::size_t most_paired = 256;

bool is_known_scalar(Value value) {
  return value.is_scalar() && !(value.is(ValueType::string) && value.text().has_holes());
}

std::string text_of(Value scalar) {
  if (scalar.is(ValueType::boolean)) return scalar.boolean() ? "true" : "false";
  if (scalar.is(ValueType::number)) return to_text(scalar.number());
  return std::string(scalar.text().chars);
}

/// As providers compare what they normalise: without case and blanks.
std::string normal(std::string text) {
  std::erase(text, ' ');
  return lower_case(text);
}

bool is_digest(const std::string& text) {
  return text.size() == 40 && text.find_first_not_of("0123456789abcdef") == std::string::npos;
}

/// A long text may stand in a plan as its SHA-1.
bool says_the_same(Value planned, Value written) {
  const std::string ours = text_of(planned), theirs = text_of(written);
  return ours == theirs || normal(ours) == normal(theirs) || (is_digest(ours) && theirs.size() > ours.size());
}

bool is_empty(Value value) {
  if (value.is_unset()) return true;
  if (value.is(ValueType::string)) return value.text().chars.empty();
  if (value.is_sequence()) return value.items().empty() && value.rest() == nullptr;
  return value.is_mapping() && value.entries().empty() && value.rest() == nullptr;
}

/// Nothing that is known of both differs.
bool may_be_same(Value planned, Value written) {
  if (is_known_scalar(planned) && is_known_scalar(written)) return says_the_same(planned, written);
  if (!planned.is_mapping() || !written.is_mapping()) return true;
  return std::ranges::all_of(planned.entries(), [written](const Entry& entry) {
    return may_be_same(entry.value, written.find(entry.key));
  });
}

}  // namespace

Value PlanValues::contradiction(Value planned) {
  contradicted_ = true;
  return planned;
}

Value PlanValues::joined(Value planned, Value written) {
  if (written.is_unset()) return planned;
  if (planned.is_absent()) return written;
  if (planned.is_unset()) {
    if (written.is(ValueType::reference)) return written;
    return written.wholly_known() && !is_empty(written) ? contradiction(planned) : planned;
  }
  if (planned.is_unknown() || planned.is(ValueType::reference))
    return written.is_unknown() ? planned : written;
  const Value result = in_place_of(planned, written);
  return planned.sensitive() && !result.sensitive() ? store_.as_sensitive(result) : result;
}

Value PlanValues::in_place_of(Value planned, Value written) {
  if (planned.is_scalar()) return scalar(planned, written);
  if (planned.is_sequence() && written.is_sequence()) return sequence(planned, written);
  if (planned.is_mapping() && written.is_mapping()) return mapping(planned, written);
  const bool one_block = planned.is_sequence() && planned.items().size() == 1 && written.is_mapping();
  if (one_block)
    return store_.sequence(ValueType::list, {joined(planned.items().front(), written)}, planned.provenance());
  return planned;
}

Value PlanValues::scalar(Value planned, Value written) {
  if (is_known_scalar(written)) return says_the_same(planned, written) ? written : contradiction(planned);
  if (written.is(ValueType::alternatives)) {
    for (const Alternative& one : written.alternatives()) {
      if (is_known_scalar(one.value) && says_the_same(planned, one.value)) return one.value;
    }
  }
  const bool links = written.is(ValueType::reference) && written.reference().path == "id";
  if (links) return written;
  if (written.provenance() == no_provenance) return planned;
  if (planned.is(ValueType::string)) return store_.string(planned.text().chars, written.provenance());
  return store_.with_provenance(planned, written.provenance());
}

Value PlanValues::sequence(Value planned, Value written) {
  const std::span<const Value> ours = planned.items(), theirs = written.items();
  if (written.rest() == nullptr && ours.size() != theirs.size()) return contradiction(planned);
  const bool in_order = ours.size() > most_paired;
  std::vector<bool> taken(theirs.size());
  std::vector<Value> items;
  for (std::size_t i = 0; i < ours.size(); ++i) {
    const auto fits = [&](std::size_t j) {
      return j < theirs.size() && !taken[j] && may_be_same(ours[i], theirs[j]);
    };
    std::size_t j = i;
    if (!in_order && !fits(j)) {
      for (j = 0; j < theirs.size() && !fits(j);) ++j;
    }
    if (j < theirs.size()) taken[j] = true;
    items.push_back(j < theirs.size() ? joined(ours[i], theirs[j]) : ours[i]);
    if (j >= theirs.size() && written.rest() == nullptr) contradicted_ = true;
  }
  return store_.sequence(ValueType::list, items, written.provenance());
}

Value PlanValues::mapping(Value planned, Value written) {
  std::vector<Entry> entries;
  for (const Entry& entry : planned.entries()) {
    const Value theirs = written.find(entry.key);
    const auto place = std::ranges::find(written.entries(), entry.key, &Entry::key);
    const bool placed = place != written.entries().end() && place->key_place.known();
    entries.push_back({entry.key, joined(entry.value, theirs), placed ? place->key_place : entry.key_place});
  }
  for (const Entry& entry : written.entries()) {
    if (!planned.find(entry.key).is_absent()) continue;
    if (entry.value.wholly_known() && !is_empty(entry.value)) contradicted_ = true;
  }
  return store_.mapping(ValueType::object, entries, written.provenance());
}

}  // namespace smtplint::engine
