#include "frontend/terraform/functions/unify.h"

#include <algorithm>

#include "frontend/terraform/evaluation/convert.h"
#include "value/equality.h"

namespace smtplint::terraform::functions {
namespace {

struct Kinds {
  bool string = false, number = false, boolean = false, sequence = false, mapping = false;
};

Kinds kinds_of(std::span<const Value> values) {
  Kinds kinds;
  for (const Value value : values) {
    kinds.string = kinds.string || value.is(ValueType::string);
    kinds.number = kinds.number || value.is(ValueType::number);
    kinds.boolean = kinds.boolean || value.is(ValueType::boolean);
    kinds.sequence = kinds.sequence || value.is_sequence();
    kinds.mapping = kinds.mapping || value.is_mapping();
    if (!value.is(ValueType::alternatives)) continue;
    for (const Alternative& one : value.alternatives()) {
      const Kinds inner = kinds_of({&one.value, 1});
      kinds.string = kinds.string || inner.string;
      kinds.number = kinds.number || inner.number;
      kinds.boolean = kinds.boolean || inner.boolean;
    }
  }
  return kinds;
}

using Values = std::vector<Value>;

Value marked_like(Call& call, Value result, Value from) {
  return from.sensitive() ? call.store().as_sensitive(result) : result;
}

/// Tuples of one length, position by position.
std::optional<Values> unify_tuples(Call& call, const Values& values) {
  std::vector<Values> rows(values.size());
  for (std::size_t column = 0; column < values.front().items().size(); ++column) {
    Values cells;
    for (const Value value : values) cells.push_back(value.items()[column]);
    const std::optional<Values> same = unified(call, cells);
    if (!same) return std::nullopt;
    for (std::size_t row = 0; row < rows.size(); ++row) rows[row].push_back((*same)[row]);
  }
  Values result;
  for (std::size_t row = 0; row < rows.size(); ++row) {
    const Value made = call.store().sequence(ValueType::tuple, rows[row], values[row].provenance());
    result.push_back(marked_like(call, made, values[row]));
  }
  return result;
}

/// Lists, sets and tuples of any length, with all their items of one type.
std::optional<Values> unify_lists(Call& call, const Values& values) {
  Values all;
  for (const Value value : values) all.insert(all.end(), value.items().begin(), value.items().end());
  const std::optional<Values> same = unified(call, all);
  if (!same) return std::nullopt;
  const bool sets = std::ranges::all_of(values, [](Value value) { return value.is(ValueType::set); });
  Values result;
  auto next = same->begin();
  for (const Value value : values) {
    const auto end = next + static_cast<std::ptrdiff_t>(value.items().size());
    const ValueType type = sets ? ValueType::set : ValueType::list;
    const Value made = call.store().sequence(type, Values(next, end), value.provenance(), value.rest());
    result.push_back(marked_like(call, made, value));
    next = end;
  }
  return result;
}

std::optional<Values> unify_sequences(Call& call, const Values& values) {
  const std::size_t length = values.front().items().size();
  const bool tuples = std::ranges::all_of(values, [length](Value value) {
    return value.is(ValueType::tuple) && value.rest() == nullptr && value.items().size() == length;
  });
  return tuples ? unify_tuples(call, values) : unify_lists(call, values);
}

bool same_keys(Value left, Value right) {
  return std::ranges::equal(left.entries(), right.entries(), {}, &Entry::key, &Entry::key);
}

Values entry_values(Value mapping) {
  Values values;
  for (const Entry& entry : mapping.entries()) values.push_back(entry.value);
  return values;
}

Value with_values(Call& call, Value mapping, ValueType type, std::span<const Value> values) {
  std::vector<Entry> entries(mapping.entries().begin(), mapping.entries().end());
  for (std::size_t i = 0; i < entries.size(); ++i) entries[i].value = values[i];
  const Value made = call.store().mapping(type, entries, mapping.provenance(), mapping.rest());
  return marked_like(call, made, mapping);
}

/// Objects with the same attributes, one by one.
std::optional<Values> unify_objects(Call& call, const Values& values) {
  std::vector<Values> rows;
  for (const Value value : values) rows.push_back(entry_values(value));
  for (std::size_t column = 0; column < rows.front().size(); ++column) {
    Values cells;
    for (const Values& row : rows) cells.push_back(row[column]);
    const std::optional<Values> same = unified(call, cells);
    if (!same) return std::nullopt;
    for (std::size_t row = 0; row < rows.size(); ++row) rows[row][column] = (*same)[row];
  }
  Values result;
  for (std::size_t row = 0; row < rows.size(); ++row) {
    result.push_back(with_values(call, values[row], ValueType::object, rows[row]));
  }
  return result;
}

std::optional<Values> unify_mappings(Call& call, const Values& values) {
  const bool objects = std::ranges::all_of(values, [&values](Value value) {
    return value.is(ValueType::object) && value.rest() == nullptr && same_keys(value, values.front());
  });
  if (objects) return unify_objects(call, values);
  Values all;
  for (const Value value : values) {
    for (const Entry& entry : value.entries()) all.push_back(entry.value);
  }
  const std::optional<Values> same = unified(call, all);
  if (!same) return std::nullopt;
  Values result;
  std::size_t next = 0;
  for (const Value value : values) {
    const std::span<const Value> own = std::span(*same).subspan(next, value.entries().size());
    result.push_back(with_values(call, value, ValueType::map, own));
    next += value.entries().size();
  }
  return result;
}

/// Unifies what is a container and leaves the rest where it is.
template <typename Unify>
std::optional<Values> unify_known(Call& call, std::span<const Value> values, Unify unify) {
  Values containers;
  for (const Value value : values) {
    if (value.is_sequence() || value.is_mapping()) containers.push_back(value);
  }
  const std::optional<Values> same = unify(call, containers);
  if (!same) return std::nullopt;
  Values result(values.begin(), values.end());
  auto next = same->begin();
  for (Value& value : result) {
    if (value.is_sequence() || value.is_mapping()) value = *next++;
  }
  return result;
}

}  // namespace

std::optional<Values> unified(Call& call, std::span<const Value> values) {
  if (!call.context.budget.spend(values.size())) return std::nullopt;
  const Kinds kinds = kinds_of(values);
  const bool scalars = kinds.string || kinds.number || kinds.boolean;
  if (scalars + kinds.sequence + kinds.mapping > 1) return std::nullopt;
  if (kinds.sequence) return unify_known(call, values, unify_sequences);
  if (kinds.mapping) return unify_known(call, values, unify_mappings);
  if (!kinds.string && kinds.number && kinds.boolean) return std::nullopt;
  Values result(values.begin(), values.end());
  if (!kinds.string) return result;
  for (Value& value : result) value = to_string_value(call.store(), value, call.place());
  return result;
}

Value as_list(Call& call, Value sequence) {
  if (sequence.is(ValueType::list)) return sequence;
  const std::optional<Values> items = unified(call, sequence.items());
  if (!items) return call.refuse();
  const Value made = call.store().sequence(ValueType::list, *items, sequence.provenance(), sequence.rest());
  return marked_like(call, made, sequence);
}

Value as_set(Call& call, Value sequence) {
  if (sequence.is(ValueType::set)) return sequence;
  std::optional<Values> items = unified(call, sequence.items());
  if (!items) return call.refuse();
  const Value made = make_set(call, std::move(*items), sequence.rest());
  return marked_like(call, call.store().with_provenance(made, sequence.provenance()), sequence);
}

Value as_map(Call& call, Value mapping) {
  if (mapping.is(ValueType::map)) return mapping;
  const std::optional<Values> values = unified(call, entry_values(mapping));
  return values ? with_values(call, mapping, ValueType::map, *values) : call.refuse();
}

std::optional<Values> as_strings(Call& call, Value sequence) {
  Values strings;
  for (const Value item : sequence.items()) {
    const Value string = to_string_value(call.store(), item, call.place());
    if (refused(string)) return std::nullopt;
    strings.push_back(string);
  }
  return strings;
}

}  // namespace smtplint::terraform::functions
