#include <algorithm>

#include "frontend/bicep/evaluator.h"
#include "frontend/deployment/choice.h"
#include "value/alternatives.h"
#include "value/number.h"
#include "value/segments.h"

/// What stands behind `.`, `::` and in brackets.
namespace smtplint::bicep {

/// A resource that has no name yet is being named: its name refers to itself.
Evaluator::Target Evaluator::only(const Instance& instance, Place place) {
  const bool named = instance.statement->kind != StatementKind::resource || !instance.names.empty();
  if (named) return {&instance, nullptr, nullptr};
  const std::string_view name = store().keep(instance.statement->name);
  return {nullptr, nullptr, store().reason(ReasonKind::evaluation_error, name, place)};
}

/// What a name stands for: one resource, or all that a loop makes.
Evaluator::Target Evaluator::one_of(const Instances& made, std::string_view name, Place place) {
  if (made.loop) return {nullptr, &made, nullptr};
  if (!made.all.empty()) return only(*made.all.front(), place);
  return {nullptr, nullptr, store().reason(ReasonKind::evaluation_error, store().keep(name), place)};
}

std::optional<Evaluator::Target> Evaluator::target(const Expr& written, const Frame& frame) {
  const Expr& expression = without_parentheses(written);
  const Place place = place_of(expression, frame);
  if (expression.kind == ExprKind::variable) {
    const bool local = std::ranges::any_of(
        frame.locals, [&expression](const auto& one) { return one.first == expression.name; });
    if (local) return std::nullopt;
    if (const Instances* made = nested_around(expression.name, frame))
      return one_of(*made, expression.name, place);
    const auto [statement, own] = find(expression.name, *frame.own);
    const bool makes = statement != nullptr && (statement->kind == StatementKind::resource ||
                                                statement->kind == StatementKind::module);
    if (!makes) return std::nullopt;
    return one_of(instances(*statement, *own), expression.name, place);
  }
  if (expression.kind == ExprKind::nested) {
    const auto outer = target(*expression.children[0], frame);
    if (!outer || outer->instance == nullptr || outer->instance->body == nullptr) return outer;
    if (const Instances* made = nested(expression.name, outer->instance))
      return one_of(*made, expression.name, place);
    return Target{nullptr, nullptr,
                  store().reason(ReasonKind::evaluation_error, store().keep(expression.name), place)};
  }
  if (expression.kind != ExprKind::index) return std::nullopt;
  const auto outer = target(*expression.children[0], frame);
  if (!outer || outer->all == nullptr) return std::nullopt;
  const Value key = evaluate(*expression.children[1], frame);
  if (key.is(ValueType::number) && key.number().is_integer() && outer->all->rest == nullptr) {
    const std::int64_t at = key.number().integer;
    if (at >= 0 && at < static_cast<std::int64_t>(outer->all->all.size()))
      return only(*outer->all->all[static_cast<std::size_t>(at)], place);
  }
  // Of a loop of which nothing is known there is one resource that stands for all.
  if (outer->all->rest != nullptr && outer->all->all.size() == 1)
    return only(*outer->all->all.front(), place);
  const Reason* reason = why_unknown(store(), key, place);
  if (reason == nullptr) reason = outer->all->rest;
  if (reason == nullptr)
    reason = store().reason(ReasonKind::evaluation_error, "there is no such element", place);
  return Target{nullptr, nullptr, reason};
}

Value Evaluator::access(const Expr& expression, const Frame& frame) {
  const Expr& of = without_parentheses(*expression.children[0]);
  const Place place = place_of(expression, frame);
  if (expression.kind == ExprKind::nested) {
    const auto found = target(expression, frame);
    return found ? whole(*found, place) : deployment_.refuse("only resources have nested ones", place);
  }
  if (of.kind == ExprKind::access && of.name == "outputs") {
    const auto used = target(*of.children[0], frame);
    if (used && used->instance != nullptr && used->instance->statement->kind == StatementKind::module)
      return store().with_step(module_member(*used->instance, expression), How::attribute, place);
  }
  if (const auto found = target(of, frame); found && found->all == nullptr)
    return member_of(*found, expression, frame);
  if (of.kind == ExprKind::variable) {
    const auto imported = frame.own->imports.find(of.name);
    if (imported != frame.own->imports.end() && imported->second.name == "*" &&
        imported->second.from != nullptr)
      return name(expression.name, place, {imported->second.from, {}});
  }
  return deployment::element(deployment_, evaluate(of, frame), store().string(expression.name),
                             {place, store().keep(frame.own->document->slice(of.span)), expression.safe});
}

Value Evaluator::member_of(const Target& target, const Expr& expression, const Frame& frame) {
  const Place place = place_of(expression, frame);
  const ProvenanceId origin = store().step(How::attribute, place, store().keep(expression.name));
  if (target.unknown != nullptr) return store().unknown(target.unknown, origin);
  const Instance& instance = *target.instance;
  const bool named = expression.name == "name" && !instance.written_name.is_absent();
  if (named) return store().with_step(instance.written_name, How::attribute, place);
  if (instance.statement->kind == StatementKind::module)
    return deployment::element(deployment_, whole(target, place), store().string(expression.name),
                               {place, {}, expression.safe});
  if (expression.name == "id") return id_of(instance, place);
  if (expression.name == "type") return store().string(instance.type, origin);
  if (expression.name == "apiVersion") return store().string(instance.api_version, origin);
  const std::string address = deployed_as(instance);
  if (!address.empty()) return store().reference(address, expression.name, origin);
  const std::string called = std::string(instance.statement->name) + "." + std::string(expression.name);
  return store().unknown(store().reason(ReasonKind::data_source, store().keep(called), place), origin);
}

/// `used.outputs.name`: evaluated in the module by need.
Value Evaluator::module_member(const Instance& instance, const Expr& expression) {
  const Place place = place_of(expression, instance.frame);
  if (const deployment::TemplateOutcome* used = outcome(instance))
    return deployment::element(deployment_, used->outputs, store().string(expression.name),
                               {place, {}, expression.safe});
  if (instance.module == nullptr)
    return store().unknown(ReasonKind::remote_module, store().keep(instance.source), place);
  const auto found = instance.module->outputs.find(expression.name);
  if (found != instance.module->outputs.end()) return output(*found->second, *instance.module, place);
  return expression.safe
             ? store().null()
             : deployment_.refuse("the module has no output `" + std::string(expression.name) + "`", place);
}

/// A resource or module that is handed on as it is.
Value Evaluator::whole(const Target& target, Place place) {
  const ProvenanceId origin = store().step(How::attribute, place);
  if (target.unknown != nullptr) return store().unknown(target.unknown, origin);
  if (target.all != nullptr) {
    std::vector<Value> items;
    for (const Instance* one : target.all->all) items.push_back(whole(only(*one, place), place));
    return store().sequence(ValueType::tuple, items, origin, target.all->rest);
  }
  const Instance& instance = *target.instance;
  if (instance.statement->kind == StatementKind::resource) {
    if (!instance.existing && instance.existence.truth != Truth::no)
      return store().reference(instance.address, "", origin);
    const Reason* rest =
        store().reason(ReasonKind::data_source, store().keep(instance.statement->name), place);
    return store().mapping(ValueType::object,
                           {{"id", id_of(instance, place), {}}, {"name", instance.written_name, {}}}, origin,
                           rest);
  }
  if (const deployment::TemplateOutcome* used = outcome(instance))
    return store().mapping(ValueType::object, {{"outputs", used->outputs, {}}}, origin);
  if (instance.module == nullptr)
    return store().unknown(store().reason(ReasonKind::remote_module, store().keep(instance.source), place),
                           origin);
  std::vector<Entry> entries;
  for (const Statement& statement : instance.module->document->tree->statements()) {
    if (statement.kind == StatementKind::output)
      entries.push_back({store().keep_name(statement.name), output(statement, *instance.module, place), {}});
  }
  return store().mapping(ValueType::object, {{"outputs", store().mapping(ValueType::object, entries), {}}},
                         origin);
}

Value Evaluator::index(const Expr& expression, const Frame& frame) {
  const Place place = place_of(expression, frame);
  if (const auto found = target(expression, frame)) return whole(*found, place);
  const Value container = evaluate(*expression.children[0], frame);
  Value key = evaluate(*expression.children[1], frame);
  if (expression.from_end && container.is_sequence() && key.is(ValueType::number) &&
      container.rest() == nullptr)
    key = store().integer(static_cast<std::int64_t>(container.items().size()) - key.number().integer);
  const std::string_view written = store().keep(frame.own->document->slice(expression.children[0]->span));
  return deployment::element(deployment_, container, key, {place, written, expression.safe});
}

}  // namespace smtplint::bicep
