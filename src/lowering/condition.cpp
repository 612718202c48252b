#include "lowering/condition.h"

#include <algorithm>

#include "base/letter_case.h"
#include "lowering/named_properties.h"
#include "lowering/words.h"

namespace smtplint::lowering {
namespace {

using knowledge::Condition;

/// What stands behind the last unknown part of a text.
std::string_view known_ending(const Text& text) {
  const std::size_t hole = text.chars.rfind(hole_text);
  return hole == std::string_view::npos ? text.chars : text.chars.substr(hole + hole_text.size());
}

Truth matches(const knowledge::Pattern& pattern, Value value) {
  if (!is_present(value)) return Truth::no;
  if (value.is(ValueType::alternatives)) {
    Truth any = Truth::no, all = Truth::yes;
    for (const Alternative& choice : value.alternatives()) {
      any = any | matches(pattern, choice.value);
      all = all & matches(pattern, choice.value);
    }
    return any == all ? any : Truth::unknown;
  }
  if (value.is_sequence()) {
    Truth any = value.rest() != nullptr ? Truth::unknown : Truth::no;
    for (const Value item : value.items()) any = any | matches(pattern, item);
    return any;
  }
  const auto text = known_text(value);
  if (text) return truth(pattern.matches(*text));
  return value.is(ValueType::string) && pattern.matches_ending(known_ending(value.text())) ? Truth::yes
                                                                                           : Truth::unknown;
}

/// What somebody else fills in is there; what could not be evaluated may turn out to be nothing.
Truth is_filled_in(const Reason& reason) {
  switch (reason.kind) {
    case ReasonKind::no_value:
    case ReasonKind::secret:
    case ReasonKind::data_source:
    case ReasonKind::runtime_only:
      return Truth::yes;
    case ReasonKind::remote_module:
    case ReasonKind::missing_file:
    case ReasonKind::unsupported_function:
    case ReasonKind::evaluation_error:
    case ReasonKind::limit:
    case ReasonKind::conflict:
      break;
  }
  return Truth::unknown;
}

Truth is_set(Value value) {
  if (!is_present(value)) return Truth::no;
  if (value.is_unknown()) return is_filled_in(value.reason());
  if (!value.is(ValueType::alternatives)) return Truth::yes;
  Truth any = Truth::no, all = Truth::yes;
  for (const Alternative& choice : value.alternatives()) {
    any = any | is_set(choice.value);
    all = all & is_set(choice.value);
  }
  return any == all ? any : Truth::unknown;
}

Truth present(const Condition& condition, const PropertyReader& reader) {
  if (!condition.names.given()) return is_set(reader.read(condition.path));
  Truth any = Truth::no;
  for (const NamedProperty& property : properties_named(condition.names, reader)) {
    any = any | is_set(property.value);
  }
  return any;
}

Truth holds(const Condition& condition, const PropertyReader& reader, const ConditionContext& context) {
  switch (condition.test) {
    case Condition::Test::matches:
      return matches(condition.pattern, reader.read(condition.path));
    case Condition::Test::present:
      return present(condition, reader);
    case Condition::Test::absent:
      return !present(condition, reader);
    case Condition::Test::type:
      return truth(std::ranges::any_of(
          condition.types, [&](const std::string& type) { return equal_ignoring_case(type, context.type); }));
    case Condition::Test::deployment_has:
      return truth(context.present != nullptr && context.present->contains(condition.mapping));
  }
  return Truth::unknown;
}

}  // namespace

Truth all_hold(const std::vector<Condition>& conditions, const PropertyReader& reader,
               const ConditionContext& context) {
  Truth all = Truth::yes;
  for (const Condition& condition : conditions) all = all & holds(condition, reader, context);
  return all;
}

}  // namespace smtplint::lowering
