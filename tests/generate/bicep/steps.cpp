#include "generate/bicep/workshop.h"

namespace smtplint::generate::bicep {
namespace {

void local(Workshop& workshop, Carrier& value, std::uint32_t) { workshop.into_local(value); }

void list(Workshop&, Carrier& value, std::uint32_t choice) {
  constexpr std::array<Around, 9> ways = {{{"[", "][0]"},
                                           {"last(['x', ", "])"},
                                           {"first([", ", 'x'])"},
                                           {"flatten([[", "]])[0]"},
                                           {"concat(['x'], [", "])[1]"},
                                           {"['x', ", "][^1]"},
                                           {"['x', ...[", "]][1]"},
                                           {"skip(take(['x', ", ", 'y'], 2), 1)[0]"},
                                           {"distinct([", "])[?0]"}}};
  wrap(value, ways, choice);
}

void object(Workshop&, Carrier& value, std::uint32_t choice) {
  constexpr std::array<Around, 5> ways = {{{"{ value: ", " }.value"},
                                           {"{ 'value': ", " }['value']"},
                                           {"items({ value: ", " })[0].value"},
                                           {"{ value: ", " }.?value"},
                                           {"toObject([", "], item => 'value').value"}}};
  wrap(value, ways, choice);
}

void merged(Workshop& workshop, Carrier& value, std::uint32_t choice) {
  constexpr std::array<Around, 4> ways = {{{"union({ value: 'decoy' }, { value: ", " })"},
                                           {"union({ value: ", " }, { other: 'x' })"},
                                           {"{ value: 'decoy', ...{ value: ", " } }"},
                                           {"shallowMerge([{}, { value: ", " }])"}}};
  wrap(value, ways, choice);
  workshop.into_local(value);
  value.expression += ".value";
}

void chosen(Workshop& workshop, Carrier& value, std::uint32_t choice) {
  const std::string name = workshop.fresh_name("enabled");
  const bool yes = choice % 2 == 0;
  value.scope->body += "param " + name + " bool = " + (yes ? "true" : "false") + "\n\n";
  value.expression = yes ? "(" + name + " ? " + value.expression + " : null)"
                         : "(" + name + " ? null : " + value.expression + ")";
}

void first_that_is_set(Workshop&, Carrier& value, std::uint32_t choice) {
  constexpr std::array<Around, 3> ways = {
      {{"(null ?? ", ")"}, {"(", " ?? 'decoy')"}, {"({}.?none ?? ", ")"}}};
  wrap(value, ways, choice);
}

void loop(Workshop& workshop, Carrier& value, std::uint32_t choice) {
  constexpr std::array<Around, 2> ways = {
      {{"[for item in [", "]: item]"}, {"[for (item, i) in ['x', ", "]: item]"}}};
  wrap(value, ways, choice);
  workshop.into_local(value);
  value.expression = "last(" + value.expression + ")";
}

void lambda(Workshop&, Carrier& value, std::uint32_t choice) {
  constexpr std::array<Around, 5> ways = {{{"map([", "], item => item)[0]"},
                                           {"filter([", "], item => true)[0]"},
                                           {"reduce([", "], null, (before, item) => item)"},
                                           {"sort([", "], (a, b) => false)[0]"},
                                           {"mapValues({ value: ", " }, item => item).value"}}};
  wrap(value, ways, choice);
}

/// From here on the value is a text.
void text(Workshop&, Carrier& value, std::uint32_t choice) {
  constexpr std::array<Around, 8> ways = {{{"'${", "}'"},
                                           {"format('{0}', ", ")"},
                                           {"join([", "], '')"},
                                           {"string(", ")"},
                                           {"substring('value:${", "}', 6)"},
                                           {"split('x,${", "}', ',')[1]"},
                                           {"trim(' ${", "} ')"},
                                           {"replace('VALUE', 'VALUE', '${", "}')"}}};
  wrap(value, ways, choice);
  value.text = true;
}

void encoded(Workshop&, Carrier& value, std::uint32_t choice) {
  constexpr std::array<Around, 2> of_any = {
      {{"json(string({ value: ", " })).value"}, {"json('{\"value\": \"${", "}\"}').value"}}};
  constexpr std::array<Around, 2> of_text = {
      {{"base64ToString(base64('${", "}'))"}, {"uriComponentToString(uriComponent('${", "}'))"}}};
  choice % 4 < 2 ? wrap(value, of_any, choice) : wrap(value, of_text, choice);
  value.text = value.text || choice % 4 != 0;
}

void function(Workshop& workshop, Carrier& value, std::uint32_t) {
  const std::string name = workshop.fresh_name("same");
  const std::string type(type_of(value));
  value.scope->body += "func " + name + "(value " + type + ") " + type + " => value\n\n";
  value.expression = name + "(" + value.expression + ")";
}

void through_module(Workshop& workshop, Carrier& value, std::uint32_t) {
  workshop.into_module(value, workshop.add_module(*value.scope));
  workshop.out_of_module(value);
}

constexpr std::array moves = {
    Move{"variable", local},
    Move{"list", list},
    Move{"object", object},
    Move{"union", merged},
    Move{"conditional", chosen},
    Move{"coalesce", first_that_is_set},
    Move{"loop", loop},
    Move{"lambda", lambda},
    Move{"text", text, false},
    Move{"encode and decode", encoded, false},
    Move{"user function", function},
    Move{"in and out of a module", through_module},
};

}  // namespace

std::span<const Move> steps() { return moves; }

}  // namespace smtplint::generate::bicep
