#include "frontend/terraform/functions/signature.h"

#include <algorithm>

#include "frontend/terraform/evaluation/convert.h"
#include "frontend/terraform/functions/computations.h"
#include "value/alternatives.h"

namespace smtplint::terraform::functions {
namespace {

enum class Fit : std::uint8_t { fits, refused, unknown };

bool undecided(Value value) { return value.is_unknown() || value.is(ValueType::reference); }

/// An unknown value as a text that is one hole.
Value as_text(Call& call, Value string) {
  if (!undecided(string)) return string;
  TextBuilder builder(call.store());
  if (!builder.append(string, call.place())) return string;
  return builder.finish(string.provenance());
}

Fit fit_string(Call& call, Value& argument, Parameter parameter) {
  argument = to_string_value(call.store(), argument, call.place());
  if (refused(argument)) return Fit::refused;
  if (parameter == Parameter::text) {
    argument = as_text(call, argument);
    return Fit::fits;
  }
  return argument.wholly_known() ? Fit::fits : Fit::unknown;
}

Fit fit_number(Call& call, Value& argument, Parameter parameter) {
  argument = to_number_value(call.store(), argument, call.place());
  if (refused(argument)) return Fit::refused;
  if (!argument.is(ValueType::number)) return Fit::unknown;
  if (parameter == Parameter::number || argument.number().is_integer()) return Fit::fits;
  return Fit::refused;
}

Fit fit_container(Value argument, bool right_type) {
  if (right_type) return Fit::fits;
  return undecided(argument) ? Fit::unknown : Fit::refused;
}

/// Makes an argument what its parameter takes.
Fit fit(Call& call, Value& argument, Parameter parameter) {
  if (parameter == Parameter::nullable) return Fit::fits;
  if (argument.is_unset()) return Fit::refused;
  switch (parameter) {
    case Parameter::same:
    case Parameter::value:
    case Parameter::nullable:
      return Fit::fits;
    case Parameter::known:
      return argument.wholly_known() ? Fit::fits : Fit::unknown;
    case Parameter::text:
    case Parameter::string:
      return fit_string(call, argument, parameter);
    case Parameter::number:
    case Parameter::integer:
      return fit_number(call, argument, parameter);
    case Parameter::sequence:
      return fit_container(argument, argument.is_sequence());
    case Parameter::mapping:
      return fit_container(argument, argument.is_mapping());
  }
  return Fit::refused;
}

bool refused_itself(Value value) {
  return value.is_unknown() && value.reason().kind == ReasonKind::evaluation_error;
}

/// The chains of all arguments, one behind the other, and the call.
ProvenanceId chain_of(const Signature& signature, std::span<const Value> arguments, CallContext& context) {
  const How how = signature.kind == Kind::computes ? How::expression : How::call;
  Step step{how, context.place, signature.name, no_provenance, no_provenance};
  ProvenanceId last = no_provenance;
  for (const Value argument : arguments) {
    if (argument.provenance() == no_provenance) continue;
    step.from = last != no_provenance ? last : argument.provenance();
    step.container = last != no_provenance ? argument.provenance() : no_provenance;
    last = context.store.provenance().add(step);
  }
  return last != no_provenance ? last : context.store.provenance().add(step);
}

/// One combination of alternatives.
Value call_plainly(const Signature& signature, std::span<const Value> arguments, CallContext& context) {
  Call call(context, signature.name, {arguments.begin(), arguments.end()},
            chain_of(signature, arguments, context));
  Value unknown;
  bool refuses = false;
  for (std::size_t i = 0; i < call.arguments.size(); ++i) {
    const Fit fitting = fit(call, call.arguments[i], signature.parameter(i));
    refuses = refuses || fitting == Fit::refused;
    if (fitting == Fit::unknown && unknown.is_absent()) unknown = call.arguments[i];
  }
  if (refuses && std::ranges::none_of(arguments, undecided)) return call.refuse();
  if (refuses) return call.unknown_because(*std::ranges::find_if(arguments, undecided));
  if (!unknown.is_absent()) return call.unknown_because(unknown);
  const Value result = signature.compute(call);
  const auto beside = std::ranges::find_if(arguments, undecided);
  // Terraform looks at the types of such arguments alone, and refuses the call once it knows them.
  return refused_itself(result) && beside != arguments.end() ? call.unknown_because(*beside) : result;
}

/// What a call costs: the reach of its look into the arguments.
std::uint64_t cost_of(const Signature& signature, std::span<const Value> arguments) {
  std::uint64_t cost = 1;
  for (const Value argument : arguments) {
    const bool deep = signature.kind == Kind::computes || signature.kind == Kind::moves_text;
    if (deep) cost += argument.size();
    if (argument.is(ValueType::string)) cost += argument.text().chars.size() / 64;
  }
  return cost;
}

bool holds_sensitive(Value value) {
  if (value.is_absent()) return false;
  if (value.sensitive()) return true;
  if (value.is_sequence()) return std::ranges::any_of(value.items(), holds_sensitive);
  return value.is_mapping() && std::ranges::any_of(value.entries(), holds_sensitive, &Entry::value);
}

bool spreads_sensitive(const Signature& signature, std::span<const Value> arguments) {
  if (signature.kind == Kind::marks) return false;
  if (signature.kind == Kind::hands_on) return std::ranges::any_of(arguments, &Value::sensitive);
  return std::ranges::any_of(arguments, holds_sensitive);
}

}  // namespace

Parameter Signature::parameter(std::size_t i) const {
  std::size_t written = std::min(i, parameters.size() - 1);
  while (written > 0 && parameters[written] == Parameter::same) --written;
  return parameters[written];
}

std::optional<ReasonKind> Signature::never_computed() const {
  if (compute == &runtime_only) return ReasonKind::runtime_only;
  if (compute == &unsupported) return ReasonKind::unsupported_function;
  return std::nullopt;
}

Value call_with(const Signature& signature, std::span<const Value> arguments, CallContext& context) {
  Call outer(context, signature.name, {}, no_provenance);
  if (arguments.size() < signature.fewest) return outer.refuse();
  if (arguments.size() > signature.most && signature.most != any_number) return outer.refuse();
  const auto refused_one = std::ranges::find_if(arguments, refused_itself);
  if (refused_one != arguments.end()) return *refused_one;
  const std::uint64_t cost = cost_of(signature, arguments);
  const bool affordable = cost <= context.limits.text_bytes && context.budget.spend(cost);
  if (!affordable) return outer.limit(Limit::evaluation_steps);
  const bool deep = signature.kind == Kind::computes || signature.kind == Kind::moves_text;
  const Value result =
      map_alternatives(context.store, arguments, deep ? Reach::everywhere : Reach::top, context.place,
                       [&](std::span<const Value> taken) { return call_plainly(signature, taken, context); });
  return spreads_sensitive(signature, arguments) ? context.store.as_sensitive(result) : result;
}

}  // namespace smtplint::terraform::functions
