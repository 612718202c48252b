#include <algorithm>

#include "frontend/terraform/evaluation/convert.h"
#include "frontend/terraform/functions/computations.h"
#include "frontend/terraform/functions/unify.h"

namespace smtplint::terraform::functions {
namespace {

bool undecided(Value value) { return value.is_unknown() || value.is(ValueType::reference); }

/// Whether a text may be empty: nothing of it is known.
bool may_be_empty(Value string) { return std::ranges::none_of(segments_of(string.text()), &Segment::known); }

/// Whether an element is the empty text that is left out.
Truth is_empty(Value item) {
  if (undecided(item)) return Truth::unknown;
  if (item.is(ValueType::alternatives)) {
    const bool never = std::ranges::all_of(item.alternatives(), [](const Alternative& choice) {
      return !choice.value.is_unset() && is_empty(choice.value) == Truth::no;
    });
    return never ? Truth::no : Truth::unknown;
  }
  if (item.text().has_holes()) return may_be_empty(item) ? Truth::unknown : Truth::no;
  return item.text().chars.empty() ? Truth::yes : Truth::no;
}

/// All or any of a list of conditions: one that is `deciding` settles it.
Value quantified(Call& call, Truth deciding) {
  Truth result = !deciding;
  Value because = call.arguments[0];
  for (const Value item : call.arguments[0].items()) {
    const Value condition = to_boolean_value(call.store(), item, call.place());
    if (refused(condition)) return call.refuse();
    const Truth held = condition.is_unset() ? Truth::no : to_truth(condition);
    if (held == Truth::unknown) because = item;
    if (held == deciding || (held == Truth::unknown && result != deciding)) result = held;
  }
  const bool open = call.arguments[0].rest() != nullptr && result != deciding;
  return call.decided(open ? Truth::unknown : result, because);
}

}  // namespace

Value contains(Call& call) {
  const Value list = call.arguments[0];
  Truth found = Truth::no;
  Value because = call.arguments[1];
  for (const Value item : list.items()) {
    if (item.is_unset()) continue;
    const Truth same = call.same(item, call.arguments[1]);
    if (same == Truth::unknown && !item.wholly_known()) because = item;
    found = found | same;
  }
  if (found != Truth::yes && list.rest() != nullptr) return call.unknown_because(list);
  return call.decided(found, because);
}

Value distinct(Call& call) {
  const Value list = as_list(call, call.arguments[0]);
  if (list.is_unknown()) return call.refuse();
  std::vector<Value> kept;
  for (const Value item : list.items()) {
    if (!call.context.budget.spend(kept.size())) return call.limit(Limit::evaluation_steps);
    Truth seen = Truth::no;
    for (const Value before : kept) seen = seen | call.same(item, before);
    if (seen == Truth::unknown) return call.sequence(ValueType::list, kept, call.reason_of(list));
    if (seen == Truth::no) kept.push_back(item);
  }
  return call.sequence(ValueType::list, kept, list.rest());
}

Value compact(Call& call) {
  const std::optional<std::vector<Value>> strings = as_strings(call, call.arguments[0]);
  if (!strings) return call.refuse();
  std::vector<Value> kept;
  for (const Value item : *strings) {
    if (item.is_unset()) continue;
    const Truth empty = is_empty(item);
    if (empty == Truth::unknown) return call.sequence(ValueType::list, kept, call.reason_of(item));
    if (empty == Truth::no) kept.push_back(item);
  }
  return call.sequence(ValueType::list, kept, call.arguments[0].rest());
}

Value match_keys(Call& call) {
  for (const Value argument : call.arguments) {
    if (argument.rest() != nullptr) return call.unknown_because(argument);
  }
  const Value values = as_list(call, call.arguments[0]);
  const std::size_t count = call.arguments[1].items().size();
  std::vector<Value> both(call.arguments[1].items().begin(), call.arguments[1].items().end());
  both.insert(both.end(), call.arguments[2].items().begin(), call.arguments[2].items().end());
  const std::optional<std::vector<Value>> same_type = unified(call, both);
  if (values.is_unknown() || !same_type || values.items().size() != count) return call.refuse();
  std::vector<Value> kept;
  for (std::size_t i = 0; i < count; ++i) {
    Truth found = Truth::no;
    for (std::size_t j = count; j < both.size(); ++j)
      found = found | call.same((*same_type)[i], (*same_type)[j]);
    if (!call.context.budget.spend(both.size())) return call.limit(Limit::evaluation_steps);
    if (found == Truth::unknown)
      return call.sequence(ValueType::list, kept, call.reason_of(call.arguments[1]));
    if (found == Truth::yes) kept.push_back(values.items()[i]);
  }
  return call.sequence(ValueType::list, kept);
}

Value all_true(Call& call) { return quantified(call, Truth::no); }

Value any_true(Call& call) { return quantified(call, Truth::yes); }

Value coalesce(Call& call) {
  const std::optional<std::vector<Value>> same = unified(call, call.arguments);
  if (!same) return call.refuse();
  for (const Value value : *same) {
    if (value.is_unset()) continue;
    if (undecided(value)) return call.unknown_because(value);
    if (value.is(ValueType::string)) {
      if (value.text().has_holes() && may_be_empty(value)) return call.unknown_because(value);
      if (value.text().chars.empty()) continue;
    }
    return call.handed_on(value);
  }
  return call.refuse();
}

Value coalesce_list(Call& call) {
  for (const Value list : call.arguments) {
    if (undecided(list)) return call.unknown_because(list);
    if (!list.is_sequence() || list.is(ValueType::set)) return call.refuse();
    if (!list.items().empty()) return call.handed_on(list);
    if (list.rest() != nullptr) return call.unknown_because(list);
  }
  return call.refuse();
}

}  // namespace smtplint::terraform::functions
