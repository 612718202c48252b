#include "frontend/deployment/functions.h"

#include <algorithm>

#include "base/letter_case.h"
#include "base/limit.h"
#include "frontend/deployment/functions/call.h"
#include "value/alternatives.h"

namespace smtplint::deployment {
namespace {

using functions::Function;
using functions::Kind;
using functions::Parameter;

enum class Fit : std::uint8_t { fits, refused, unknown };

const Function* find(std::string_view name) {
  const std::string lowered = lower_case(name);
  const auto all = functions::functions();
  const auto order = [](const Function& function) { return lower_case(function.name); };
  const auto found = std::ranges::lower_bound(all, lowered, {}, order);
  return found != all.end() && order(*found) == lowered ? &*found : nullptr;
}

/// Every `list*` asks the resource itself, and there are as many as providers.
bool is_list_function(std::string_view name) { return lower_case(name).starts_with("list"); }

Fit fit(ValueStore& store, Value& argument, Parameter parameter, Place place) {
  const Fit other = functions::undecided(argument) ? Fit::unknown : Fit::refused;
  switch (parameter) {
    case Parameter::same:
    case Parameter::value:
      return Fit::fits;
    case Parameter::known:
      return argument.wholly_known() ? Fit::fits : Fit::unknown;
    case Parameter::text:
    case Parameter::string: {
      if (argument.is(ValueType::alternatives)) return Fit::fits;
      const Value text = functions::as_text(store, argument, place);
      if (text.is_absent()) return Fit::refused;
      argument = text;
      return parameter == Parameter::text || text.wholly_known() ? Fit::fits : Fit::unknown;
    }
    case Parameter::integer:
      return argument.is(ValueType::number) && argument.number().is_integer() ? Fit::fits : other;
    case Parameter::sequence:
      return argument.is_sequence() ? Fit::fits : other;
    case Parameter::mapping:
      return argument.is_mapping() ? Fit::fits : other;
    case Parameter::lambda:
      return Fit::fits;
  }
  return Fit::refused;
}

/// The chains of all arguments, one behind the other, and the call.
ProvenanceId chain_of(const Function& function, std::span<const Value> arguments, CallContext& context) {
  const bool computed = function.kind == Kind::computes || function.kind == Kind::decides;
  const How how = computed ? How::expression : How::call;
  Step step{how, context.place, function.name, no_provenance, no_provenance};
  ProvenanceId last = no_provenance;
  for (const Value argument : arguments) {
    if (argument.is_absent() || argument.provenance() == no_provenance) continue;
    step.from = last != no_provenance ? last : argument.provenance();
    step.container = last != no_provenance ? argument.provenance() : no_provenance;
    last = context.store.provenance().add(step);
  }
  return last != no_provenance ? last : context.store.provenance().add(step);
}

Value call_plainly(const Function& function, std::span<const Value> arguments,
                   std::span<const Lambda* const> lambdas, CallContext& context) {
  functions::Call call(context, function.name, {arguments.begin(), arguments.end()}, lambdas,
                       chain_of(function, arguments, context));
  Value unknown;
  for (std::size_t i = 0; i < call.arguments.size(); ++i) {
    const Fit fitting = fit(context.store, call.arguments[i], function.parameter(i), context.place);
    if (fitting == Fit::refused) return call.refuse();
    if (fitting == Fit::unknown && unknown.is_absent()) unknown = call.arguments[i];
  }
  return unknown.is_absent() ? function.compute(call) : call.unknown_because(unknown);
}

bool holds_sensitive(Value value) {
  if (value.is_absent()) return false;
  if (value.sensitive()) return true;
  if (value.is_sequence()) return std::ranges::any_of(value.items(), holds_sensitive);
  return value.is_mapping() && std::ranges::any_of(value.entries(), holds_sensitive, &Entry::value);
}

bool spreads_sensitive(const Function& function, std::span<const Value> arguments) {
  if (function.kind == Kind::hands_on) return false;
  return std::ranges::any_of(arguments, holds_sensitive);
}

std::uint64_t cost_of(std::span<const Value> arguments) {
  std::uint64_t cost = 1;
  for (const Value argument : arguments) {
    cost += argument.size();
    if (argument.is(ValueType::string)) cost += argument.text().chars.size() / 64;
  }
  return cost;
}

bool refused_itself(Value value) {
  return value.is_unknown() && value.reason().kind == ReasonKind::evaluation_error;
}

}  // namespace

Value call_function(std::string_view name, std::span<const Argument> given, CallContext& context) {
  const Function* function = find(name);
  if (function == nullptr) {
    const ReasonKind kind = is_list_function(name) ? ReasonKind::runtime_only : ReasonKind::evaluation_error;
    return context.store.unknown(kind, name, context.place);
  }
  if (function->never) return context.store.unknown(*function->never, function->name, context.place);
  const bool fits = given.size() >= function->fewest &&
                    (given.size() <= function->most || function->most == functions::any_number);
  if (!fits) return context.store.unknown(ReasonKind::evaluation_error, function->name, context.place);
  std::vector<Value> arguments;
  std::vector<const Lambda*> lambdas;
  for (std::size_t i = 0; i < given.size(); ++i) {
    const bool wanted = function->parameter(i) == Parameter::lambda;
    if (wanted != (given[i].lambda != nullptr))
      return context.store.unknown(ReasonKind::evaluation_error, function->name, context.place);
    if (given[i].lambda != nullptr) lambdas.push_back(given[i].lambda);
    arguments.push_back(given[i].value);
  }
  const auto refused = std::ranges::find_if(arguments, refused_itself);
  const bool needs_all = function->kind != Kind::hands_on && function->kind != Kind::decides;
  if (refused != arguments.end() && needs_all) return *refused;
  if (!context.budget.spend(cost_of(arguments)))
    return context.store.unknown(ReasonKind::limit, to_string(Limit::evaluation_steps), context.place);
  const bool several =
      std::ranges::any_of(arguments, [](Value argument) { return argument.is(ValueType::alternatives); });
  if (several && function->kind == Kind::refers) {
    const Value declared = call_plainly(*function, arguments, lambdas, context);
    if (declared.is(ValueType::reference)) return declared;
  }
  const Reach reach = function->kind == Kind::hands_on ? Reach::top : Reach::everywhere;
  const Value result = map_alternatives(
      context.store, arguments, reach, context.place,
      [&](std::span<const Value> taken) { return call_plainly(*function, taken, lambdas, context); });
  return spreads_sensitive(*function, arguments) ? context.store.as_sensitive(result) : result;
}

bool is_function(std::string_view name) { return find(name) != nullptr || is_list_function(name); }

std::span<const FunctionSupport> function_support() {
  static const auto all = [] {
    std::vector<FunctionSupport> support;
    for (const Function& function : functions::functions())
      support.push_back({function.name, function.never});
    return support;
  }();
  return all;
}

}  // namespace smtplint::deployment
