#include <algorithm>

#include "base/letter_case.h"
#include "frontend/deployment/functions/computations.h"
#include "value/alternatives.h"
#include "value/equality.h"
#include "value/under_choices.h"

namespace smtplint::deployment::functions {
namespace {

Value key_value(Call& call, const Entry& entry) {
  return call.store().string(entry.key, call.store().step(How::literal, entry.key_place));
}

/// The right one wins; with `deep`, objects in both are merged in turn.
Value merged(Call& call, Value left, Value right, bool deep) {
  std::vector<Entry> entries(left.entries().begin(), left.entries().end());
  const Reason* open = right.rest();
  for (Entry& entry : entries) {
    const bool may_win = open != nullptr && right.find_ignoring_case(entry.key).is_absent();
    if (!may_win) continue;
    entry.value = unless_replaced(call.store(), call.context.conditions, entry.value, open, call.place());
  }
  for (const Entry& entry : right.entries()) {
    const Value before = left.find_ignoring_case(entry.key);
    const bool both = deep && before.is(ValueType::object) && entry.value.is(ValueType::object);
    entries.push_back({entry.key,
                       both ? merged(call, before, entry.value, deep) : call.handed_on(entry.value),
                       entry.key_place});
  }
  return call.object(entries, open != nullptr ? open : left.rest());
}

Value all_merged(Call& call, std::span<const Value> objects, bool deep) {
  Value result = call.store().mapping(ValueType::object, {}, call.origin());
  for (const Value object : objects) {
    if (object.is_unset()) continue;
    Value next = object;
    if (undecided(object)) {
      next = call.store().mapping(ValueType::object, {}, call.origin(),
                                  why_unknown(call.store(), object, call.place()));
    } else if (!object.is_mapping()) {
      return call.refuse();
    }
    result = merged(call, result, next, deep);
    if (!result.is_mapping()) return result;
  }
  return result;
}

Value array_union(Call& call) {
  std::vector<Value> kept;
  for (const Value array : call.arguments) {
    if (undecided(array)) return call.array(kept, why_unknown(call.store(), array, call.place()));
    if (!array.is_sequence()) return call.refuse();
    for (const Value item : array.items()) {
      if (!call.context.budget.spend(kept.size())) return call.limit(Limit::evaluation_steps);
      // An item that may be the same is kept: one too many is never one too few.
      const bool known =
          std::ranges::any_of(kept, [item](Value one) { return same_value(one, item) == Truth::yes; });
      if (!known) kept.push_back(call.handed_on(item));
    }
    if (array.rest() != nullptr) return call.array(kept, array.rest());
  }
  return call.array(kept);
}

/// Elements in elements, by the arguments from the `from`th on; null where one is not there.
Value element_below(Call& call, Value value, std::size_t from) {
  for (std::size_t i = from; i < call.count(); ++i) {
    const Value key = call.arguments[i];
    if (value.is_unset()) return call.store().null(call.origin());
    if (undecided(value)) return call.unknown_because(value);
    if (!key.wholly_known()) return call.unknown_because(key);
    Value next;
    if (value.is_mapping() && key.is(ValueType::string)) {
      next = value.find_ignoring_case(key.text().chars);
    } else if (value.is_sequence() && key.is(ValueType::number) && key.number().is_integer()) {
      const std::int64_t index = key.number().integer;
      const bool inside = index >= 0 && index < static_cast<std::int64_t>(value.items().size());
      if (inside) next = value.items()[static_cast<std::size_t>(index)];
    } else {
      return call.refuse();
    }
    if (next.is_absent() && value.rest() != nullptr) return call.store().unknown(value.rest(), call.origin());
    if (next.is_absent()) return call.store().null(call.origin());
    value = call.store().with_element_step(next, value, call.place(), call.name());
  }
  return value;
}

}  // namespace

Value create_object(Call& call) {
  if (call.count() % 2 != 0) return call.refuse();
  std::vector<Entry> entries;
  const Reason* rest = nullptr;
  for (std::size_t i = 0; i < call.count(); i += 2) {
    const Value key = as_text(call.store(), call.arguments[i], call.place());
    if (key.is_absent()) return call.refuse();
    if (key.wholly_known()) {
      const Place place = call.store().provenance().step(call.arguments[i].provenance()).place;
      entries.push_back({call.store().keep_name(key.text().chars), call.arguments[i + 1], place});
    } else {
      rest = why_unknown(call.store(), key, call.place());
    }
  }
  return call.object(entries, rest);
}

Value union_of(Call& call) {
  const bool arrays = std::ranges::any_of(call.arguments, [](Value value) { return value.is_sequence(); });
  const bool objects = std::ranges::any_of(call.arguments, [](Value value) { return value.is_mapping(); });
  if (arrays) return array_union(call);
  return objects ? all_merged(call, call.arguments, true) : call.unknown_because(call.arguments[0]);
}

Value distinct(Call& call) { return array_union(call); }

Value shallow_merge(Call& call) {
  if (call.arguments[0].rest() != nullptr) return call.unknown_because(call.arguments[0]);
  return all_merged(call, call.arguments[0].items(), false);
}

Value intersection(Call& call) {
  for (const Value argument : call.arguments) {
    if (!argument.wholly_known()) return call.unknown_because(argument);
  }
  const auto everywhere = [&](const auto& present) { return std::ranges::all_of(call.arguments, present); };
  if (everywhere([](Value value) { return value.is_sequence(); })) {
    std::vector<Value> kept;
    for (const Value item : call.arguments[0].items()) {
      const auto has = [item](Value array) {
        return std::ranges::any_of(array.items(),
                                   [item](Value one) { return same_value(one, item) == Truth::yes; });
      };
      if (everywhere(has)) kept.push_back(call.handed_on(item));
    }
    return call.array(kept);
  }
  if (!everywhere([](Value value) { return value.is_mapping(); })) return call.refuse();
  std::vector<Entry> kept;
  for (const Entry& entry : call.arguments[0].entries()) {
    const auto has = [&entry](Value object) {
      return same_value(object.find_ignoring_case(entry.key), entry.value) == Truth::yes;
    };
    if (everywhere(has)) kept.push_back(entry);
  }
  return call.object(kept);
}

Value items(Call& call) {
  const Value object = call.arguments[0];
  std::vector<Entry> sorted(object.entries().begin(), object.entries().end());
  std::ranges::stable_sort(sorted, {}, [](const Entry& entry) { return lower_case(entry.key); });
  std::vector<Value> found;
  for (const Entry& entry : sorted) {
    found.push_back(
        call.object({{"key", key_value(call, entry), {}}, {"value", entry.value, entry.key_place}}));
  }
  return call.array(found, object.rest());
}

Value object_keys(Call& call) {
  std::vector<Value> found;
  for (const Entry& entry : call.arguments[0].entries()) found.push_back(key_value(call, entry));
  std::ranges::stable_sort(found, {}, [](Value key) { return lower_case(key.text().chars); });
  return call.array(found, call.arguments[0].rest());
}

Value try_get(Call& call) { return element_below(call, call.arguments[0], 1); }

Value index_from_end(Call& call) {
  const Value array = call.arguments[0];
  const auto size = static_cast<std::int64_t>(array.items().size());
  if (array.rest() != nullptr) return call.unknown_because(array);
  if (call.integer(1) < 1 || call.integer(1) > size) return call.refuse();
  const Value found = array.items()[static_cast<std::size_t>(size - call.integer(1))];
  return call.store().with_element_step(found, array, call.place(), call.name());
}

Value try_index_from_end(Call& call) {
  const Value array = call.arguments[0];
  if (array.is_unset()) return call.store().null(call.origin());
  if (undecided(array)) return call.unknown_because(array);
  if (!array.is_sequence()) return call.refuse();
  const auto size = static_cast<std::int64_t>(array.items().size());
  const bool inside = call.integer(1) >= 1 && call.integer(1) <= size;
  if (!inside && array.rest() == nullptr) return call.store().null(call.origin());
  const Value found = index_from_end(call);
  return found.is_unknown() ? found : element_below(call, found, 2);
}

Value coalesce(Call& call) {
  for (const Value value : call.arguments) {
    if (value.is_unset()) continue;
    return value.is_unknown() ? call.store().with_step(value, How::call, call.place(), call.name())
                              : call.handed_on(value);
  }
  return call.store().null(call.origin());
}

}  // namespace smtplint::deployment::functions
