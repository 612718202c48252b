#include <algorithm>

#include "base/letter_case.h"
#include "frontend/deployment/functions/computations.h"
#include "frontend/deployment/functions/result_text.h"
#include "frontend/deployment/json_values.h"
#include "syntax/json/literal.h"
#include "value/number.h"

namespace smtplint::deployment::functions {
namespace {

/// The JSON of a value, its texts with their pieces where they need no escape.
bool write_json(Call& call, Value value, ResultText& result) {
  if (!call.context.budget.spend()) return false;
  if (value.is_unset()) return result.add("null"), true;
  if (value.is(ValueType::string)) {
    const bool plain = json::encode_text(value.text().chars) == value.text().chars;
    result.add("\"");
    if (plain) {
      result.add_all(value);
    } else if (value.text().has_holes()) {
      result.add_hole(why_unknown(call.store(), value, call.place()));
    } else {
      result.add_made_of(json::encode_text(value.text().chars), value, 0, value.text().chars.size());
    }
    result.add("\"");
    return true;
  }
  if (value.is(ValueType::boolean)) return result.add(value.boolean() ? "true" : "false"), true;
  if (!value.is_sequence() && !value.is_mapping()) {
    const Value text = as_text(call.store(), value, call.place());
    if (text.is_absent()) return result.add_hole(why_unknown(call.store(), value, call.place())), true;
    result.add_all(text);
    return true;
  }
  bool first = true;
  result.add(value.is_sequence() ? "[" : "{");
  if (value.is_sequence()) {
    for (const Value item : value.items()) {
      if (!first) result.add(",");
      first = false;
      if (!write_json(call, item, result)) return false;
    }
  } else {
    for (const Entry& entry : value.entries()) {
      result.add((first ? "" : ",") + json::encode_string(entry.key) + ":");
      first = false;
      if (!write_json(call, entry.value, result)) return false;
    }
  }
  if (value.rest() != nullptr) result.add_hole(value.rest());
  result.add(value.is_sequence() ? "]" : "}");
  return true;
}

}  // namespace

Value to_string(Call& call) {
  const Value value = call.arguments[0];
  if (value.is(ValueType::string)) return call.handed_on(value);
  if (value.is(ValueType::boolean)) return as_text(call.store(), value, call.place());
  ResultText result(call);
  const bool written = write_json(call, value, result);
  return written ? result.finish() : call.limit(Limit::evaluation_steps);
}

Value to_integer(Call& call) {
  const Value value = call.arguments[0];
  if (undecided(value)) return value.is_unknown() ? call.handed_on(value) : call.unknown_because(value);
  if (value.is(ValueType::number)) return call.handed_on(value);
  if (!value.is(ValueType::string)) return call.refuse();
  if (value.text().has_holes()) return call.unknown_because(value);
  const std::optional<std::string> number = canonical_number(call.chars(0));
  if (!number || number->find('.') != std::string::npos) return call.refuse();
  return call.store().number(*number,
                             call.store().step(How::call, call.place(), call.name(), value.provenance()));
}

Value to_float(Call& call) {
  const Value value = call.arguments[0];
  if (!value.wholly_known()) return call.unknown_because(value);
  if (value.is(ValueType::number)) return call.handed_on(value);
  const auto number = value.is(ValueType::string) ? canonical_number(call.chars(0)) : std::nullopt;
  return number ? call.store().number(*number, call.origin()) : call.refuse();
}

Value to_boolean(Call& call) {
  const Value value = call.arguments[0];
  if (!value.wholly_known()) return call.unknown_because(value);
  if (value.is(ValueType::boolean)) return call.handed_on(value);
  if (value.is(ValueType::number)) return call.boolean(value.number().integer != 0);
  if (!value.is(ValueType::string)) return call.refuse();
  const std::string word = lower_case(call.chars(0));
  if (word == "true" || word == "1") return call.boolean(true);
  return word == "false" || word == "0" ? call.boolean(false) : call.refuse();
}

Value to_array(Call& call) {
  const Value value = call.arguments[0];
  if (value.is_unknown()) return call.handed_on(value);
  return value.is_sequence() ? call.handed_on(value) : call.array({value});
}

Value json(Call& call) {
  return read_json(call.store(), call.arguments[0], call.context.limits.nesting, call.name(), call.place());
}

}  // namespace smtplint::deployment::functions
