#include <array>

#include "generate/terraform/workshop.h"

namespace smtplint::generate::terraform {
namespace {

void local(Workshop& workshop, Carrier& value, std::uint32_t) { workshop.into_local(value); }

void list(Workshop&, Carrier& value, std::uint32_t choice) {
  constexpr std::array<Around, 7> ways = {{{"[", "][0]"},
                                           {"element([\"x\", ", "], 1)"},
                                           {"one([", "])"},
                                           {"flatten([[", "]])[0]"},
                                           {"concat([\"x\"], [", "])[1]"},
                                           {"reverse([", ", \"x\"])[1]"},
                                           {"([{ value = ", " }][*].value)[0]"}}};
  wrap(value, ways, choice);
}

void object(Workshop&, Carrier& value, std::uint32_t choice) {
  constexpr std::array<Around, 4> ways = {{{"{ value = ", " }.value"},
                                           {"{ \"value\" = ", " }[\"value\"]"},
                                           {"values({ value = ", " })[0]"},
                                           {"zipmap([\"value\"], [", "])[\"value\"]"}}};
  wrap(value, ways, choice);
}

void merged(Workshop& workshop, Carrier& value, std::uint32_t choice) {
  constexpr std::array<Around, 3> ways = {{{"merge({ value = \"decoy\" }, { value = ", " })"},
                                           {"merge({ value = ", " }, { other = \"x\" })"},
                                           {"merge({}, { value = ", " })"}}};
  wrap(value, ways, choice);
  workshop.into_local(value);
  value.expression += ".value";
}

void looked_up(Workshop&, Carrier& value, std::uint32_t choice) {
  constexpr std::array<Around, 2> ways = {
      {{"lookup({ value = ", " }, \"value\", \"decoy\")"}, {"lookup({ other = \"x\" }, \"value\", ", ")"}}};
  wrap(value, ways, choice);
}

void tried(Workshop& workshop, Carrier& value, std::uint32_t) {
  const std::string name = workshop.fresh_name("none");
  value.scope->body += "locals {\n  " + name + " = {}\n}\n\n";
  value.expression = "try(local." + name + ".value, " + value.expression + ")";
}

void chosen(Workshop& workshop, Carrier& value, std::uint32_t choice) {
  const std::string name = workshop.fresh_name("enabled");
  const bool yes = choice % 2 == 0;
  value.scope->body +=
      "variable \"" + name + "\" {\n  type = bool\n  default = " + (yes ? "true" : "false") + "\n}\n\n";
  value.expression = yes ? "(var." + name + " ? " + value.expression + " : null)"
                         : "(var." + name + " ? null : " + value.expression + ")";
}

void first_that_is_set(Workshop&, Carrier& value, std::uint32_t choice) {
  constexpr std::array<Around, 2> ways = {{{"coalesce(null, ", ")"}, {"coalesce(", ", \"decoy\")"}}};
  wrap(value, ways, choice);
}

void comprehension(Workshop&, Carrier& value, std::uint32_t choice) {
  constexpr std::array<Around, 3> ways = {{{"{ for key, item in { value = ", " } : key => item }[\"value\"]"},
                                           {"[for item in [", "] : item][0]"},
                                           {"{ for item in [", "] : \"value\" => item... }[\"value\"][0]"}}};
  wrap(value, ways, choice);
}

void text(Workshop&, Carrier& value, std::uint32_t choice) {
  constexpr std::array<Around, 8> ways = {{{"\"${", "}\""},
                                           {"format(\"%s\", ", ")"},
                                           {"join(\"\", [", "])"},
                                           {"tostring(", ")"},
                                           {"trimprefix(\"value:${", "}\", \"value:\")"},
                                           {"split(\",\", \"x,${", "}\")[1]"},
                                           {"trimspace(\" ${", "} \")"},
                                           {"replace(\"VALUE\", \"VALUE\", ", ")"}}};
  wrap(value, ways, choice);
}

void heredoc(Workshop& workshop, Carrier& value, std::uint32_t choice) {
  constexpr std::array<Around, 2> ways = {
      {{"<<-EOT\n    ${", "}\n  EOT\n"}, {"<<EOT\n%{ if true }${", "}%{ endif }\nEOT\n"}}};
  wrap(value, ways, choice);
  workshop.into_local(value);
  value.expression = "chomp(" + value.expression + ")";
}

void encoded(Workshop&, Carrier& value, std::uint32_t choice) {
  constexpr std::array<Around, 3> ways = {{{"jsondecode(jsonencode({ value = ", " })).value"},
                                           {"yamldecode(\"value: ${", "}\").value"},
                                           {"base64decode(base64encode(", "))"}}};
  wrap(value, ways, choice);
}

void through_module(Workshop& workshop, Carrier& value, std::uint32_t) {
  workshop.into_module(value, workshop.add_module(*value.scope));
  workshop.out_of_module(value);
}

constexpr std::array moves = {
    Move{"local", local},
    Move{"list", list},
    Move{"object", object},
    Move{"merge", merged},
    Move{"lookup", looked_up},
    Move{"try", tried},
    Move{"conditional", chosen},
    Move{"coalesce", first_that_is_set},
    Move{"for expression", comprehension},
    Move{"text", text, false},
    Move{"heredoc", heredoc, false},
    Move{"encode and decode", encoded, false},
    Move{"in and out of a module", through_module},
};

}  // namespace

std::span<const Move> steps() { return moves; }

}  // namespace smtplint::generate::terraform
