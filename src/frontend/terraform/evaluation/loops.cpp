#include <algorithm>
#include <map>

#include "base/limit.h"
#include "frontend/terraform/evaluation/convert.h"
#include "frontend/terraform/evaluation/evaluator.h"
#include "frontend/terraform/evaluation/value_parts.h"
#include "value/alternatives.h"
#include "value/text.h"

namespace smtplint::terraform {
namespace {

/// The key of an entry as a value: its text stands where it is written, if it is written as it is.
Value key_value(ValueStore& store, const SourceStore& sources, const Entry& entry) {
  const ProvenanceId origin = store.step(How::literal, entry.key_place);
  const bool as_written = entry.key_place.known() && sources.slice(entry.key_place) == entry.key;
  if (!as_written) return store.string(entry.key, origin);
  TextBuilder builder(store);
  builder.verbatim(entry.key, entry.key_place, origin);
  return builder.finish(origin);
}

/// True for an object that has some of its keys only under a condition.
bool has_conditional_keys(Value collection) {
  if (!collection.is_mapping() || collection.wholly_known()) return false;
  return std::ranges::any_of(collection.entries(), [](const Entry& entry) {
    if (!entry.value.is(ValueType::alternatives)) return false;
    return std::ranges::any_of(entry.value.alternatives(),
                               [](const Alternative& one) { return one.value.is_absent(); });
  });
}

/// The names of one turn of a `for`; lives as long as the turn.
struct Turn {
  Turn(const hcl::Expr& expr, const Iteration::Item& item, const Scope& outer)
      : key{expr.key_name, item.key, outer.bindings},
        value{expr.value_name, item.value, expr.key_name.empty() ? outer.bindings : &key},
        scope(outer) {
    scope.bindings = &value;
  }
  Turn(const Turn&) = delete;
  Turn& operator=(const Turn&) = delete;

  Binding key;
  Binding value;
  Scope scope;
};

}  // namespace

Iteration Evaluator::iterate(Value collection, Place place) {
  Iteration iteration;
  collection = materialised(collection, place);
  const bool sequence = collection.is_sequence();
  if (!sequence && !collection.is_mapping()) {
    const bool undecided = collection.is_unknown() || collection.is(ValueType::reference) ||
                           collection.is(ValueType::alternatives);
    iteration.stopped = undecided
                            ? unknown_like(store(), collection, place)
                            : deployment_.refuse("only lists, sets, maps and objects have elements", place);
    return iteration;
  }
  iteration.rest = collection.rest();
  const std::size_t count = sequence ? collection.items().size() : collection.entries().size();
  if (count > deployment_.limits.expansion) {
    iteration.stopped = deployment_.cut_off(Limit::expansion, place);
    return iteration;
  }
  const SourceStore& sources = deployment_.workspace.files().sources();
  for (std::size_t i = 0; i < count; ++i) {
    const Value inner = sequence ? collection.items()[i] : collection.entries()[i].value;
    const Value value = store().with_element_step(inner, collection, place);
    Value key = value;
    if (!sequence) key = key_value(store(), sources, collection.entries()[i]);
    if (sequence && !collection.is(ValueType::set)) key = store().integer(static_cast<std::int64_t>(i));
    iteration.items.push_back({key, value});
  }
  return iteration;
}

Value Evaluator::for_loop(const hcl::Expr& expr, const Scope& scope) {
  const Value collection = evaluate(*expr.children[0], scope);
  if (!collection.is_sequence() && !collection.is_mapping() && refused(collection)) return collection;
  const auto run = [&](Value over) {
    const Value made =
        expr.kind == hcl::ExprKind::for_tuple ? for_tuple(expr, over, scope) : for_object(expr, over, scope);
    return over.sensitive() ? store().as_sensitive(made) : made;
  };
  if (!has_conditional_keys(collection)) return run(collection);
  return map_alternatives(store(), {&collection, 1}, Reach::everywhere, place_of(expr, scope),
                          [&](std::span<const Value> taken) { return run(taken[0]); });
}

Value Evaluator::for_tuple(const hcl::Expr& expr, Value collection, const Scope& scope) {
  const Place place = place_of(expr, scope);
  const Iteration iteration = iterate(collection, place_of(*expr.children[0], scope));
  if (!iteration.stopped.is_absent()) return iteration.stopped;
  const hcl::Expr* filter = expr.children.size() > 2 ? expr.children[2] : nullptr;
  std::vector<Value> items;
  const Reason* rest = iteration.rest;
  for (const Iteration::Item& item : iteration.items) {
    const Turn turn(expr, item, scope);
    if (filter != nullptr) {
      const Value kept = evaluate(*filter, turn.scope);
      const Truth decided = to_truth(kept);
      if (decided == Truth::unknown && has_refusal(kept)) return kept;
      if (decided == Truth::unknown) rest = unknown_reason(store(), kept, place);
      if (decided != Truth::yes) continue;
    }
    items.push_back(evaluate(*expr.children[1], turn.scope));
  }
  return store().sequence(ValueType::tuple, items, store().step(How::expression, place), rest);
}

Value Evaluator::for_object(const hcl::Expr& expr, Value collection, const Scope& scope) {
  const Place place = place_of(expr, scope);
  const Iteration iteration = iterate(collection, place_of(*expr.children[0], scope));
  if (!iteration.stopped.is_absent()) return iteration.stopped;
  const hcl::Expr* filter = expr.children.size() > 3 ? expr.children[3] : nullptr;
  std::map<std::string_view, std::vector<Value>> groups;
  std::vector<Entry> entries;
  const Reason* rest = iteration.rest;
  for (const Iteration::Item& item : iteration.items) {
    const Turn turn(expr, item, scope);
    const Truth kept = filter == nullptr ? Truth::yes : to_truth(evaluate(*filter, turn.scope));
    if (kept == Truth::no) continue;
    Value key = evaluate(*expr.children[1], turn.scope);
    if (!key.is(ValueType::string)) key = to_string_value(store(), key, place);
    if (has_refusal(key)) return key;
    if (key.is_unset()) return deployment_.refuse("a key must not be null", place);
    if (kept == Truth::unknown || !key.is(ValueType::string) || key.text().has_holes()) {
      rest = store().reason(ReasonKind::conflict, "for", place);
      if (key.is_unknown()) rest = &key.reason();
      continue;
    }
    const Value value = evaluate(*expr.children[2], turn.scope);
    std::vector<Value>& same_key = groups[key.text().chars];
    if (!same_key.empty() && !expr.grouped) {
      return deployment_.refuse("two elements have the key `" + std::string(key.text().chars) + "`", place);
    }
    same_key.push_back(value);
  }
  for (const auto& [key, values] : groups) {
    entries.push_back(
        {key, expr.grouped ? store().sequence(ValueType::tuple, values) : values.front(), place});
  }
  return store().mapping(ValueType::object, entries, store().step(How::expression, place), rest);
}

Value Evaluator::splat(const hcl::Expr& expr, const Scope& scope) {
  const Place place = place_of(expr, scope);
  const Value operand = evaluate(*expr.children[0], scope);
  Scope inner = scope;
  if (operand.is_absent() || operand.is(ValueType::null)) return store().sequence(ValueType::tuple, {});
  if (operand.is(ValueType::reference) && !operand.reference().path.empty()) {
    const std::string path = std::string(operand.reference().path) + "[*]";
    inner.splat_item = store().reference(operand.reference().address, path, operand.provenance());
    return evaluate(*expr.children[1], inner);
  }
  if (operand.is_unknown() || operand.is(ValueType::alternatives))
    return unknown_like(store(), operand, place);
  std::vector<Value> items;
  if (!operand.is_sequence()) {
    inner.splat_item = operand;
    items.push_back(evaluate(*expr.children[1], inner));
    return store().sequence(ValueType::tuple, items, operand.provenance());
  }
  for (const Value item : operand.items()) {
    inner.splat_item = store().with_element_step(item, operand, place);
    items.push_back(evaluate(*expr.children[1], inner));
  }
  const Value made =
      store().sequence(ValueType::tuple, items, store().step(How::expression, place), operand.rest());
  return operand.sensitive() ? store().as_sensitive(made) : made;
}

}  // namespace smtplint::terraform
