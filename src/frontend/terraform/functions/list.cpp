#include <algorithm>

#include "frontend/terraform/functions/computations.h"
#include "frontend/terraform/functions/unicode.h"
#include "frontend/terraform/functions/unify.h"

namespace smtplint::terraform::functions {
namespace {

/// Whether an entry may be absent.
bool optional_entry(const Entry& entry) {
  if (!entry.value.is(ValueType::alternatives)) return false;
  const auto absent = [](const Alternative& one) { return one.value.is_absent(); };
  return std::ranges::any_of(entry.value.alternatives(), absent);
}

/// Items that are not known may be equal, and stand in a set only once.
bool length_known(Value container) {
  if (container.rest() != nullptr) return false;
  if (container.is(ValueType::set)) return container.wholly_known() || container.items().size() < 2;
  return !container.is_mapping() || std::ranges::none_of(container.entries(), optional_entry);
}

bool all_lists(const Call& call) {
  return std::ranges::all_of(call.arguments, [](Value argument) { return argument.is(ValueType::list); });
}

constexpr unsigned deepest_flatten = 500;

/// Adds the items; false where a part is not known whose length decides where the others stand.
bool flatten_into(Call& call, Value sequence, std::vector<Value>& items, const Reason*& rest,
                  unsigned depth) {
  for (const Value item : sequence.items()) {
    if (!call.context.budget.spend() || depth > deepest_flatten) return false;
    if (item.is_sequence()) {
      if (!flatten_into(call, item, items, rest, depth + 1)) return false;
    } else if (item.is_unknown() || item.is(ValueType::reference)) {
      rest = call.reason_of(item);
      return false;
    } else {
      items.push_back(item);
    }
  }
  rest = sequence.rest();
  return rest == nullptr;
}

}  // namespace

Value length(Call& call) {
  const Value value = call.arguments[0];
  if (value.is_sequence() || value.is_mapping()) {
    if (!length_known(value)) return call.unknown_because(value);
    const std::size_t count = value.is_mapping() ? value.entries().size() : value.items().size();
    return call.integer_result(static_cast<std::int64_t>(count));
  }
  if (value.is_unknown() || value.is(ValueType::reference)) return call.unknown_because(value);
  if (!value.is(ValueType::string)) return call.refuse();
  if (value.text().has_holes()) return call.unknown_because(value);
  return call.integer_result(static_cast<std::int64_t>(unicode::character_count(value.text().chars)));
}

Value element(Call& call) {
  const Value list = call.arguments[0];
  if (list.is(ValueType::set)) return call.refuse();
  const auto count = static_cast<std::int64_t>(list.items().size());
  std::int64_t index = call.integer(1);
  if (list.rest() != nullptr && (index < 0 || index >= count)) return call.unknown_because(list);
  if (count == 0) return call.refuse();
  index %= count;
  if (index < 0 && list.is(ValueType::list)) index += count;
  if (index < 0) return call.refuse();
  const Value taken = list.items()[static_cast<std::size_t>(index)];
  return call.store().with_element_step(taken, list, call.place(), call.name());
}

Value index(Call& call) {
  const Value list = call.arguments[0], wanted = call.arguments[1];
  if (list.is(ValueType::set)) return call.refuse();
  for (std::size_t i = 0; i < list.items().size(); ++i) {
    const Truth same = call.same(list.items()[i], wanted);
    if (same == Truth::yes) return call.integer_result(static_cast<std::int64_t>(i));
    if (same == Truth::unknown)
      return call.unknown_because(list.items()[i].wholly_known() ? wanted : list.items()[i]);
  }
  return list.rest() != nullptr ? call.unknown_because(list) : call.refuse();
}

Value slice(Call& call) {
  const Value list = call.arguments[0];
  if (list.is(ValueType::set)) return call.refuse();
  const auto count = static_cast<std::int64_t>(list.items().size());
  const std::int64_t begin = call.integer(1), end = call.integer(2);
  if (begin < 0 || begin > end) return call.refuse();
  if (end > count) return list.rest() != nullptr ? call.unknown_because(list) : call.refuse();
  const auto part =
      list.items().subspan(static_cast<std::size_t>(begin), static_cast<std::size_t>(end - begin));
  return call.sequence(list.type(), {part.begin(), part.end()});
}

Value reverse(Call& call) {
  const Value list = call.arguments[0];
  if (list.rest() != nullptr) return call.unknown_because(list);
  std::vector<Value> items(list.items().rbegin(), list.items().rend());
  return call.sequence(list.is(ValueType::set) ? ValueType::list : list.type(), items);
}

Value concat(Call& call) {
  std::vector<Value> items;
  std::uint64_t count = 0;
  for (const Value argument : call.arguments) {
    if (argument.is_unknown() || argument.is(ValueType::reference)) {
      return call.sequence(ValueType::tuple, items, call.reason_of(argument));
    }
    if (!argument.is_sequence() || argument.is(ValueType::set)) return call.refuse();
    count += argument.items().size();
    if (!call.may_expand_to(count)) return call.limit(Limit::expansion);
    items.insert(items.end(), argument.items().begin(), argument.items().end());
    if (argument.rest() != nullptr) return call.sequence(ValueType::tuple, items, argument.rest());
  }
  const auto same = all_lists(call) ? unified(call, items) : std::nullopt;
  return same ? call.sequence(ValueType::list, *same) : call.sequence(ValueType::tuple, items);
}

Value flatten(Call& call) {
  std::vector<Value> items;
  const Reason* rest = nullptr;
  const bool whole = flatten_into(call, call.arguments[0], items, rest, 0);
  if (!whole && rest == nullptr) return call.limit(Limit::expansion);
  return call.sequence(ValueType::tuple, items, rest);
}

Value chunk_list(Call& call) {
  const Value list = as_list(call, call.arguments[0]);
  if (list.is_unknown() || call.integer(1) < 0) return call.refuse();
  if (list.rest() != nullptr) return call.unknown_because(list);
  const std::size_t count = list.items().size();
  const std::size_t size = call.integer(1) == 0 ? count : static_cast<std::size_t>(call.integer(1));
  std::vector<Value> chunks;
  for (std::size_t at = 0; at < count; at += size) {
    const std::span<const Value> part = list.items().subspan(at, std::min(size, count - at));
    chunks.push_back(call.sequence(ValueType::list, {part.begin(), part.end()}));
  }
  return call.sequence(ValueType::list, chunks);
}

Value one(Call& call) {
  const Value list = call.arguments[0];
  if (list.items().size() > 1) {
    const bool may_collapse = list.is(ValueType::set) && !list.wholly_known();
    return may_collapse ? call.unknown_because(list) : call.refuse();
  }
  if (list.rest() != nullptr) return call.unknown_because(list);
  if (list.items().empty()) return call.store().null(call.origin());
  return call.store().with_element_step(list.items().front(), list, call.place(), call.name());
}

Value sort(Call& call) {
  const Value list = call.arguments[0];
  if (!list.wholly_known()) return call.unknown_because(list);
  std::optional<std::vector<Value>> strings = as_strings(call, list);
  if (!strings) return call.refuse();
  if (std::ranges::any_of(*strings, [](Value item) { return item.is_unset(); })) return call.refuse();
  std::ranges::stable_sort(*strings, {}, [](Value item) { return item.text().chars; });
  return call.sequence(ValueType::list, *strings);
}

}  // namespace smtplint::terraform::functions
