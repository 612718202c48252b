#include <algorithm>

#include "base/limit.h"
#include "frontend/terraform/evaluation/convert.h"
#include "frontend/terraform/evaluation/value_parts.h"
#include "frontend/terraform/modules/modules.h"
#include "value/alternatives.h"
#include "value/number.h"

namespace smtplint::terraform {
namespace {

/// What one instance costs of the budget for steps: about as much memory and time as so many expressions.
constexpr std::uint64_t steps_of_an_instance = 50;

const hcl::Expr& without_parentheses(const hcl::Expr& expr) {
  const hcl::Expr* inner = &expr;
  while (inner->kind == hcl::ExprKind::parentheses) inner = inner->children[0];
  return *inner;
}

bool is_nothing(const hcl::Expr& expr) {
  return (expr.kind == hcl::ExprKind::number && expr.name == "0") ||
         ((expr.kind == hcl::ExprKind::object || expr.kind == hcl::ExprKind::tuple) && expr.items.empty() &&
          expr.children.empty());
}

/// What has to hold for a thing to exist, as written: of `var.enabled ? 1 : 0` the part before the question
/// mark.
Existence undecided_existence(const AttributeRef& by) {
  const hcl::Expr& expr = without_parentheses(*by.attribute->value);
  Existence existence{Truth::unknown, std::string(by.document->slice(expr.span)), by.value_place()};
  if (expr.kind != hcl::ExprKind::conditional) return existence;
  const hcl::Expr& condition = *expr.children[0];
  const std::string written(by.document->slice(condition.span));
  if (is_nothing(*expr.children[2])) existence.condition = written;
  if (is_nothing(*expr.children[1])) existence.condition = "!(" + written + ")";
  existence.place = by.document->place(condition.span);
  return existence;
}

std::optional<std::int64_t> least_count(Value value, bool largest) {
  if (!value.is(ValueType::alternatives)) return whole_number(value);
  std::optional<std::int64_t> found;
  for (const Alternative& one : value.alternatives()) {
    const std::optional<std::int64_t> number = whole_number(one.value);
    if (!number) return std::nullopt;
    if (!found || (largest ? *number > *found : *number < *found)) found = number;
  }
  return found;
}

/// One instance stands for all whose keys are not known.
void drop_repeated_unknown(std::vector<InstanceKey>& keys) {
  bool seen = false;
  std::erase_if(keys, [&seen](const InstanceKey& key) {
    const bool unknown = key.kind == InstanceKey::Kind::unknown;
    const bool repeated = unknown && seen;
    seen = seen || unknown;
    return repeated;
  });
}

/// True for an entry that is there only under some condition.
bool is_conditional(Value value) {
  return value.is(ValueType::alternatives) &&
         std::ranges::any_of(value.alternatives(),
                             [](const Alternative& one) { return one.value.is_absent(); });
}

}  // namespace

bool Modules::may_make(std::size_t count, Place place) {
  if (count > deployment_.limits.expansion) {
    static_cast<void>(deployment_.cut_off(Limit::expansion, place));
    return false;
  }
  if (deployment_.budget.spend(count * steps_of_an_instance)) return true;
  static_cast<void>(deployment_.cut_off(Limit::evaluation_steps, place));
  return false;
}

Expansion Modules::undecided(const AttributeRef& by, Value why, Expansion::Kind kind) {
  ValueStore& store = deployment_.store;
  Expansion expansion;
  expansion.kind = kind;
  expansion.open = unknown_reason(store, why, by.value_place());
  InstanceKey key;
  key.kind = InstanceKey::Kind::unknown;
  key.each_key = store.unknown(expansion.open, why.provenance());
  if (kind == Expansion::Kind::keyed) key.each_value = key.each_key;
  key.existence = undecided_existence(by);
  expansion.keys.push_back(key);
  return expansion;
}

Expansion Modules::expand_count(const AttributeRef& count, const Scope& scope) {
  const Place place = count.value_place();
  const Value value = to_number_value(deployment_.store, evaluator_.evaluate(count, scope), place);
  const auto least = least_count(value, false), most = least_count(value, true);
  if (value.is(ValueType::null) || (least && *least < 0)) {
    return undecided(count, deployment_.refuse("`count` takes a whole number from 0", place),
                     Expansion::Kind::counted);
  }
  if (!least || !most) return undecided(count, value, Expansion::Kind::counted);
  if (!may_make(static_cast<std::size_t>(*most), place)) {
    return undecided(count, deployment_.store.unknown(ReasonKind::limit, to_string(Limit::expansion), place),
                     Expansion::Kind::counted);
  }
  Expansion expansion;
  expansion.kind = Expansion::Kind::counted;
  if (*least != *most) expansion.open = unknown_reason(deployment_.store, value, place);
  const ProvenanceId origin = deployment_.store.step(How::expression, place, {}, value.provenance());
  for (std::int64_t i = 0; i < *most; ++i) {
    InstanceKey key;
    key.kind = InstanceKey::Kind::number;
    key.index = i;
    key.each_key = deployment_.store.integer(i, origin);
    if (i >= *least) key.existence = undecided_existence(count);
    expansion.keys.push_back(std::move(key));
  }
  return expansion;
}

Expansion Modules::keys_of(const AttributeRef& for_each, Value collection, const Existence& existence) {
  const Place place = for_each.value_place();
  const bool listed = collection.is(ValueType::list) || collection.is(ValueType::tuple);
  if (listed) {
    return undecided(for_each, deployment_.refuse("`for_each` takes a map or a set of strings", place),
                     Expansion::Kind::keyed);
  }
  const Iteration iteration = evaluator_.iterate(collection, place);
  if (!iteration.stopped.is_absent()) return undecided(for_each, iteration.stopped, Expansion::Kind::keyed);
  if (!may_make(iteration.items.size(), place)) {
    return undecided(for_each,
                     deployment_.store.unknown(ReasonKind::limit, to_string(Limit::expansion), place),
                     Expansion::Kind::keyed);
  }
  Expansion expansion;
  expansion.kind = Expansion::Kind::keyed;
  expansion.open = iteration.rest;
  for (const Iteration::Item& item : iteration.items) {
    InstanceKey key;
    key.each_key = item.key;
    key.each_value = item.value;
    key.existence = existence;
    const bool named = item.key.is(ValueType::string) && !item.key.text().has_holes();
    key.kind = named ? InstanceKey::Kind::text : InstanceKey::Kind::unknown;
    if (named) key.text = item.key.text().chars;
    if (is_conditional(item.value)) key.existence = undecided_existence(for_each);
    expansion.keys.push_back(std::move(key));
  }
  if (expansion.open != nullptr) {
    const Value why = deployment_.store.unknown(expansion.open, collection.provenance());
    expansion.keys.push_back(undecided(for_each, why, Expansion::Kind::keyed).keys.front());
  }
  drop_repeated_unknown(expansion.keys);
  return expansion;
}

Expansion Modules::expand_each(const AttributeRef& for_each, const Scope& scope) {
  Scope inner = scope;
  inner.document = for_each.document;
  const hcl::Expr& expr = without_parentheses(*for_each.attribute->value);
  if (expr.kind != hcl::ExprKind::conditional) {
    return keys_of(for_each, evaluator_.evaluate(expr, inner), {});
  }
  const Value condition = evaluator_.evaluate(*expr.children[0], inner);
  const Truth decided = to_truth(condition);
  if (decided != Truth::unknown || refused(condition)) {
    return keys_of(for_each, evaluator_.evaluate(expr, inner), {});
  }
  return keys_of_branches(for_each, expr, condition, inner);
}

/// Each branch has its own keys; those of both exist in any case.
Expansion Modules::keys_of_branches(const AttributeRef& for_each, const hcl::Expr& conditional,
                                    Value condition, const Scope& scope) {
  const Existence existence = undecided_existence(for_each);
  Expansion expansion = keys_of(for_each, evaluator_.evaluate(*conditional.children[1], scope), existence);
  Expansion other = keys_of(for_each, evaluator_.evaluate(*conditional.children[2], scope), existence);
  for (InstanceKey& key : other.keys) {
    const auto same = std::ranges::find_if(expansion.keys, [&key](const InstanceKey& one) {
      return one.kind == key.kind && one.text == key.text;
    });
    if (same == expansion.keys.end()) {
      expansion.keys.push_back(std::move(key));
      continue;
    }
    const std::uint32_t id = deployment_.conditions.id_of(condition, deployment_.store.provenance());
    const auto choice = [&](bool taken) { return deployment_.store.keep(std::vector{Choice{id, taken}}); };
    same->existence = same->kind == InstanceKey::Kind::text ? Existence{} : existence;
    same->each_value = join_alternatives(deployment_.store,
                                         {{same->each_value, choice(true)}, {key.each_value, choice(false)}},
                                         for_each.value_place());
  }
  if (expansion.open == nullptr) expansion.open = other.open;
  return expansion;
}

Expansion Modules::expand(ModuleInstance& module, const Configured& configured) {
  Scope scope;
  scope.module = &module;
  if (configured.count.written()) return expand_count(configured.count, scope);
  if (configured.for_each.written()) return expand_each(configured.for_each, scope);
  Expansion single;
  if (may_make(1, configured.place)) single.keys.emplace_back();
  return single;
}

}  // namespace smtplint::terraform
