#include <algorithm>

#include "base/assert.h"
#include "value/equality.h"
#include "value/store.h"

namespace smtplint {
namespace {

/// Both lists together; nothing where they take opposite branches of one condition.
std::optional<std::vector<Choice>> joined(std::span<const Choice> left, std::span<const Choice> right) {
  std::vector<Choice> choices(left.begin(), left.end());
  for (const Choice& choice : right) {
    const auto same = [&choice](const Choice& seen) { return seen.condition == choice.condition; };
    const auto seen = std::ranges::find_if(choices, same);
    if (seen == choices.end()) {
      choices.push_back(choice);
    } else if (seen->taken != choice.taken) {
      return std::nullopt;
    }
  }
  return choices;
}

struct Flat {
  Value value;
  std::vector<Choice> choices;
};

void flatten(const Alternative& alternative, std::vector<Flat>& flat) {
  if (!alternative.value.is(ValueType::alternatives)) {
    flat.push_back({alternative.value, {alternative.choices.begin(), alternative.choices.end()}});
    return;
  }
  for (const Alternative& inner : alternative.value.alternatives()) {
    if (auto choices = joined(alternative.choices, inner.choices)) {
      flat.push_back({inner.value, std::move(*choices)});
    }
  }
}

/// Joins values that are the same wherever they come from, so that `c ? 25 : 25` is 25.
bool all_equal(const std::vector<Flat>& flat) {
  return std::ranges::all_of(flat, [&flat](const Flat& other) {
    return same_value(flat.front().value, other.value) == Truth::yes;
  });
}

}  // namespace

Value ValueStore::alternatives(const std::vector<Alternative>& choices, Place place) {
  std::vector<Flat> flat;
  for (const Alternative& alternative : choices) flatten(alternative, flat);
  SMTPLINT_ASSERT(!flat.empty());
  if (flat.size() == 1 || all_equal(flat)) return flat.front().value;
  if (flat.size() > most_alternatives) return unknown(ReasonKind::limit, "alternatives", place);
  std::vector<Alternative> kept;
  for (const Flat& alternative : flat) kept.push_back({alternative.value, keep(alternative.choices)});
  ValueNode& node = make(ValueType::alternatives, step(How::expression, place));
  node.alternatives = keep(kept);
  node.sensitive = std::ranges::any_of(flat, [](const Flat& one) { return one.value.sensitive(); });
  return Value(&node);
}

}  // namespace smtplint
