#include "value/alternatives.h"

#include <algorithm>

#include "base/assert.h"
#include "base/limit.h"
#include "value/equality.h"
#include "value/standing_for.h"

namespace smtplint {
namespace {

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
    if (auto choices = joined_choices(alternative.choices, inner.choices)) {
      flat.push_back({inner.value, std::move(*choices)});
    }
  }
}

/// What stands for something is taken as that.
std::vector<Flat> flat_and_fewer(ValueStore& store, const std::vector<Alternative>& choices) {
  std::vector<Flat> flat;
  for (const Alternative& one : choices) {
    const Reason* reason = stands_for(one.value);
    flatten({reason == nullptr ? one.value : store.unknown(reason, one.value.provenance()), one.choices},
            flat);
  }
  return flat;
}

/// Values that are the same wherever they come from are one, so that `c ? 25 : 25` is 25.
bool all_equal(const std::vector<Flat>& flat) {
  return std::ranges::all_of(flat, [&flat](const Flat& other) {
    return flat.front().value.is_absent() == other.value.is_absent() &&
           (other.value.is_absent() || same_value(flat.front().value, other.value) == Truth::yes);
  });
}

bool all_of(const std::vector<Alternative>& choices, bool (Value::*property)() const) {
  return std::ranges::all_of(choices, [property](const Alternative& one) { return (one.value.*property)(); });
}

const Reason* rest_of(const std::vector<Alternative>& choices) {
  for (const Alternative& one : choices) {
    if (one.value.rest() != nullptr) return one.value.rest();
  }
  return nullptr;
}

/// The type of all of them, or else the looser one: a tuple for sequences, an object for mappings.
ValueType type_of(const std::vector<Alternative>& choices, ValueType looser) {
  const ValueType first = choices.front().value.type();
  const auto same = [first](const Alternative& one) { return one.value.type() == first; };
  return std::ranges::all_of(choices, same) ? first : looser;
}

Value marked_like(ValueStore& store, Value value, const std::vector<Alternative>& choices) {
  const auto sensitive = [](const Alternative& one) { return one.value.sensitive(); };
  return std::ranges::any_of(choices, sensitive) ? store.as_sensitive(value) : value;
}

Value join_mappings(ValueStore& store, const std::vector<Alternative>& choices, Place place) {
  std::vector<Entry> entries;
  for (const Alternative& one : choices) {
    for (const Entry& entry : one.value.entries()) entries.push_back({entry.key, {}, entry.key_place});
  }
  std::ranges::stable_sort(entries, {}, &Entry::key);
  const auto same_key = [](const Entry& left, const Entry& right) { return left.key == right.key; };
  entries.erase(std::unique(entries.begin(), entries.end(), same_key), entries.end());
  for (Entry& entry : entries) {
    std::vector<Alternative> values;
    for (const Alternative& one : choices) {
      const Value found = one.value.find(entry.key);
      const bool open = found.is_absent() && one.value.rest() != nullptr;
      values.push_back({open ? store.unknown(one.value.rest()) : found, one.choices});
    }
    entry.value = join_alternatives(store, values, place);
  }
  const ProvenanceId origin = choices.front().value.provenance();
  return store.mapping(type_of(choices, ValueType::object), entries, origin, rest_of(choices));
}

Value join_sequences(ValueStore& store, const std::vector<Alternative>& choices, Place place) {
  std::vector<Value> items;
  for (std::size_t i = 0; i < choices.front().value.items().size(); ++i) {
    std::vector<Alternative> values;
    for (const Alternative& one : choices) values.push_back({one.value.items()[i], one.choices});
    items.push_back(join_alternatives(store, values, place));
  }
  const ProvenanceId origin = choices.front().value.provenance();
  return store.sequence(type_of(choices, ValueType::tuple), items, origin, rest_of(choices));
}

/// An unknown value beside objects is one too, of which nothing is known.
std::vector<Alternative> unknown_as_open(ValueStore& store, std::vector<Alternative> choices) {
  for (Alternative& one : choices) {
    if (!one.value.is_unknown()) continue;
    one.value = store.mapping(ValueType::object, {}, one.value.provenance(), &one.value.reason());
  }
  return choices;
}

bool same_length(const std::vector<Alternative>& choices) {
  const std::size_t length = choices.front().value.items().size();
  return std::ranges::all_of(choices,
                             [length](const Alternative& one) { return one.value.items().size() == length; });
}

bool holds_container(const std::vector<Alternative>& choices) {
  return std::ranges::any_of(
      choices, [](const Alternative& one) { return one.value.is_sequence() || one.value.is_mapping(); });
}

}  // namespace

std::optional<std::vector<Choice>> joined_choices(std::span<const Choice> left,
                                                  std::span<const Choice> right) {
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

Value ValueStore::alternatives(const std::vector<Alternative>& choices, Place place) {
  std::vector<Flat> flat;
  for (const Alternative& alternative : choices) flatten(alternative, flat);
  SMTPLINT_ASSERT(!flat.empty());
  if (flat.size() == 1 || all_equal(flat)) return flat.front().value;
  if (flat.size() > most_alternatives) flat = flat_and_fewer(*this, choices);
  if (flat.size() > most_alternatives)
    return unknown(ReasonKind::limit, to_string(Limit::alternatives), place);
  std::vector<Alternative> kept;
  for (const Flat& alternative : flat) kept.push_back({alternative.value, keep(alternative.choices)});
  ValueNode& node = make(ValueType::alternatives, step(How::expression, place));
  node.content = HeldAlternatives{keep(kept), nullptr};
  node.sensitive = std::ranges::any_of(flat, [](const Flat& one) { return one.value.sensitive(); });
  return Value(&node);
}

Value join_alternatives(ValueStore& store, const std::vector<Alternative>& choices, Place place) {
  SMTPLINT_ASSERT(!choices.empty());
  if (choices.size() == 1) return choices.front().value;
  if (!holds_container(choices)) return store.alternatives(choices, place);
  const std::vector<Alternative> opened = unknown_as_open(store, choices);
  if (all_of(opened, &Value::is_mapping)) {
    return marked_like(store, join_mappings(store, opened, place), choices);
  }
  if (all_of(choices, &Value::is_sequence) && same_length(choices)) {
    return marked_like(store, join_sequences(store, choices, place), choices);
  }
  return marked_like(store, store.unknown(ReasonKind::conflict, "alternatives", place), choices);
}

}  // namespace smtplint
