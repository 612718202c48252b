#include <algorithm>

#include "frontend/terraform/functions/computations.h"
#include "frontend/terraform/functions/unify.h"

namespace smtplint::terraform::functions {
namespace {

using Values = std::vector<Value>;

/// The arguments' items, with all of them of one type; nothing where there is none.
std::optional<std::vector<Values>> items_of_one_type(Call& call) {
  Values all;
  for (const Value argument : call.arguments)
    all.insert(all.end(), argument.items().begin(), argument.items().end());
  const std::optional<Values> same = unified(call, all);
  if (!same) return std::nullopt;
  std::vector<Values> result;
  auto next = same->begin();
  for (const Value argument : call.arguments) {
    const auto end = next + static_cast<std::ptrdiff_t>(argument.items().size());
    result.emplace_back(next, end);
    next = end;
  }
  return result;
}

Truth is_in(Call& call, const Values& set, Value wanted) {
  Truth found = Truth::no;
  for (const Value item : set) found = found | call.same(item, wanted);
  return found;
}

/// The items of the first set that stand in the others as `keep` says.
template <typename Keep>
Value filtered(Call& call, Keep keep) {
  for (const Value argument : call.arguments) {
    if (!argument.wholly_known()) return call.unknown_because(argument);
  }
  const std::optional<std::vector<Values>> sets = items_of_one_type(call);
  if (!sets) return call.refuse();
  Values kept;
  for (const Value item : sets->front()) {
    for (const Values& set : *sets) {
      if (!call.context.budget.spend(set.size())) return call.limit(Limit::evaluation_steps);
    }
    if (std::all_of(sets->begin() + 1, sets->end(),
                    [&](const Values& set) { return is_in(call, set, item) == keep; })) {
      kept.push_back(item);
    }
  }
  return make_set(call, std::move(kept), nullptr);
}

}  // namespace

Value set_union(Call& call) {
  const Reason* rest = nullptr;
  Values known;
  for (const Value argument : call.arguments) {
    const bool unknown = argument.is_unknown() || argument.is(ValueType::reference);
    if (!unknown && !argument.is_sequence()) return call.refuse();
    if (unknown || argument.rest() != nullptr) rest = call.reason_of(argument);
    if (!unknown) known.insert(known.end(), argument.items().begin(), argument.items().end());
    if (!call.may_expand_to(known.size())) return call.limit(Limit::expansion);
  }
  std::optional<Values> same = unified(call, known);
  return same ? make_set(call, std::move(*same), rest) : call.refuse();
}

Value set_intersection(Call& call) { return filtered(call, Truth::yes); }

Value set_subtract(Call& call) { return filtered(call, Truth::no); }

Value set_product(Call& call) {
  std::vector<Values> rows(1);
  for (const Value argument : call.arguments) {
    if (argument.rest() != nullptr) return call.unknown_because(argument);
    const std::optional<Values> items = unified(call, argument.items());
    if (!items) return call.refuse();
    if (!call.may_expand_to(static_cast<std::uint64_t>(rows.size()) * items->size()))
      return call.limit(Limit::expansion);
    std::vector<Values> longer;
    for (const Values& row : rows) {
      for (const Value item : *items) {
        longer.push_back(row);
        longer.back().push_back(item);
      }
    }
    rows = std::move(longer);
  }
  Values tuples;
  for (const Values& row : rows) tuples.push_back(call.sequence(ValueType::tuple, row));
  const bool sets =
      std::ranges::any_of(call.arguments, [](Value argument) { return argument.is(ValueType::set); });
  return sets ? make_set(call, std::move(tuples), nullptr) : call.sequence(ValueType::list, tuples);
}

}  // namespace smtplint::terraform::functions
