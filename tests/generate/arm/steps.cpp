#include "generate/arm/workshop.h"

namespace smtplint::generate::arm {
namespace {

template <std::size_t count>
void wrap_operand(Carrier& value, const std::array<Around, count>& ways, std::uint32_t choice) {
  value.expression = operand(value);
  value.literal = false;
  wrap(value, ways, choice);
}

void local(Workshop& workshop, Carrier& value, std::uint32_t) { workshop.into_local(value); }

void list(Workshop&, Carrier& value, std::uint32_t choice) {
  constexpr std::array<Around, 7> ways = {{{"createArray(", ")[0]"},
                                           {"last(createArray('x', ", "))"},
                                           {"first(createArray(", ", 'x'))"},
                                           {"flatten(createArray(createArray(", ")))[0]"},
                                           {"concat(createArray('x'), createArray(", "))[1]"},
                                           {"skip(take(createArray('x', ", ", 'y'), 2), 1)[0]"},
                                           {"indexFromEnd(createArray('x', ", "), 1)"}}};
  wrap_operand(value, ways, choice);
}

void object(Workshop&, Carrier& value, std::uint32_t choice) {
  constexpr std::array<Around, 4> ways = {{{"createObject('value', ", ").value"},
                                           {"createObject('value', ", ")['value']"},
                                           {"tryGet(createObject('value', ", "), 'value')"},
                                           {"items(createObject('value', ", "))[0].value"}}};
  wrap_operand(value, ways, choice);
}

/// The object itself stands in a variable.
void object_in_variable(Workshop& workshop, Carrier& value, std::uint32_t) {
  const std::string name = workshop.fresh_name("mail");
  add(*value.scope, "variables", name, "{\"name\": \"shop\", \"value\": " + json_of(value) + "}");
  workshop.refer(value, "variables('" + name + "')");
  value.expression += ".value";
}

void merged(Workshop&, Carrier& value, std::uint32_t choice) {
  constexpr std::array<Around, 3> ways = {
      {{"union(createObject('value', 'decoy'), createObject('value', ", ")).value"},
       {"union(createObject('value', ", "), createObject('other', 'x')).value"},
       {"shallowMerge(createArray(createObject(), createObject('value', ", "))).value"}}};
  wrap_operand(value, ways, choice);
}

void chosen(Workshop& workshop, Carrier& value, std::uint32_t choice) {
  const std::string name = workshop.fresh_name("enabled");
  const bool yes = choice % 2 == 0;
  add(*value.scope, "parameters", name,
      std::string(R"({"type": "bool", "defaultValue": )") + (yes ? "true}" : "false}"));
  value.expression = "if(parameters('" + name + "'), " +
                     (yes ? operand(value) + ", null())" : "null(), " + operand(value) + ")");
  value.literal = false;
}

void first_that_is_set(Workshop&, Carrier& value, std::uint32_t choice) {
  constexpr std::array<Around, 2> ways = {{{"coalesce(null(), ", ")"}, {"coalesce(", ", 'decoy')"}}};
  wrap_operand(value, ways, choice);
}

void copy_of_variable(Workshop& workshop, Carrier& value, std::uint32_t) {
  const std::string name = workshop.fresh_name("list");
  const std::string copy = "{\"name\": \"" + name + "\", \"count\": 2, \"input\": " + json_of(value) + "}";
  // Inside an object of its own: each variable has but one `copy`.
  add(*value.scope, "variables", name + "_made", "{\"copy\": [" + copy + "]}");
  workshop.refer(value, "variables('" + name + "_made')");
  value.expression += "." + name + "[1]";
}

void lambda(Workshop&, Carrier& value, std::uint32_t choice) {
  constexpr std::array<Around, 3> ways = {
      {{"map(createArray(", "), lambda('item', lambdaVariables('item')))[0]"},
       {"filter(createArray(", "), lambda('item', true()))[0]"},
       {"toObject(createArray(", "), lambda('item', 'value')).value"}}};
  wrap_operand(value, ways, choice);
}

/// From here on the value is a text.
void text(Workshop&, Carrier& value, std::uint32_t choice) {
  constexpr std::array<Around, 8> ways = {{{"concat(", ", '')"},
                                           {"format('{0}', ", ")"},
                                           {"join(createArray(", "), '')"},
                                           {"string(", ")"},
                                           {"substring(concat('value:', ", "), 6)"},
                                           {"split(concat('x,', ", "), ',')[1]"},
                                           {"trim(concat(' ', ", ", ' '))"},
                                           {"replace('VALUE', 'VALUE', string(", "))"}}};
  wrap_operand(value, ways, choice);
  value.text = true;
}

void encoded(Workshop&, Carrier& value, std::uint32_t choice) {
  constexpr std::array<Around, 1> of_any = {{{"json(string(createObject('value', ", "))).value"}}};
  constexpr std::array<Around, 2> of_text = {
      {{"base64ToString(base64(string(", ")))"}, {"uriComponentToString(uriComponent(string(", ")))"}}};
  const bool any = choice % 3 == 0;
  any ? wrap_operand(value, of_any, choice) : wrap_operand(value, of_text, choice);
  value.text = value.text || !any;
}

void function(Workshop& workshop, Carrier& value, std::uint32_t) {
  const std::string name = workshop.fresh_name("same");
  const std::string type(type_of(value));
  add(*value.scope, "functions", name,
      "{\"parameters\": [{\"name\": \"value\", \"type\": \"" + type + "\"}], \"output\": {\"type\": \"" +
          type + "\", \"value\": \"[parameters('value')]\"}}");
  value.expression = "mail." + name + "(" + operand(value) + ")";
  value.literal = false;
}

void through_module(Workshop& workshop, Carrier& value, std::uint32_t) {
  workshop.into_module(value, workshop.add_module(*value.scope));
  workshop.out_of_module(value);
}

constexpr std::array moves = {
    Move{"variable", local},
    Move{"list", list},
    Move{"object", object},
    Move{"object in a variable", object_in_variable},
    Move{"union", merged},
    Move{"conditional", chosen},
    Move{"coalesce", first_that_is_set},
    Move{"copy", copy_of_variable},
    Move{"lambda", lambda},
    Move{"text", text, false},
    Move{"encode and decode", encoded, false},
    Move{"user function", function},
    Move{"in and out of a template", through_module},
};

}  // namespace

std::span<const Move> steps() { return moves; }

}  // namespace smtplint::generate::arm
