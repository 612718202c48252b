#include "generate/arm/workshop.h"

namespace smtplint::generate::arm {
namespace {

/// Numbers may stand without quotes.
void choose_type(Carrier& value, std::uint32_t choice) { value.text = !is_number(value) || choice % 2 != 0; }

void in_place(Workshop&, Carrier& value, std::uint32_t choice) { choose_type(value, choice); }

void in_expression(Workshop&, Carrier& value, std::uint32_t choice) {
  choose_type(value, choice);
  value.expression = operand(value);
  value.literal = false;
}

void declare(Carrier& value, std::string_view name, std::string_view json) {
  add(*value.scope, "parameters", name,
      "{\"type\": \"" + std::string(type_of(value)) + "\", \"defaultValue\": " + std::string(json) + "}");
}

void parameter_default(Workshop& workshop, Carrier& value, std::uint32_t choice) {
  choose_type(value, choice);
  const std::string name = workshop.fresh_name(value.variable_name);
  declare(value, name, json_of(value));
  workshop.refer(value, "parameters('" + name + "')");
}

/// Only the root has parameter files; elsewhere the default stands.
void parameter_file(Workshop& workshop, Carrier& value, std::uint32_t choice) {
  if (value.scope != &workshop.root()) return parameter_default(workshop, value, choice);
  choose_type(value, choice);
  const std::string name = workshop.fresh_name(value.variable_name);
  static_cast<ArmWorkshop&>(workshop).assign(name, json_of(value));
  declare(value, name, value.text ? "\"decoy.invalid\"" : "2526");
  workshop.refer(value, "parameters('" + name + "')");
}

void object_in_parameter_file(Workshop& workshop, Carrier& value, std::uint32_t choice) {
  if (value.scope != &workshop.root()) return parameter_default(workshop, value, choice);
  choose_type(value, choice);
  const std::string name = workshop.fresh_name("mail");
  static_cast<ArmWorkshop&>(workshop).assign(name, "{\"name\": \"shop\", \"value\": " + json_of(value) + "}");
  add(*value.scope, "parameters", name, R"({"type": "object", "defaultValue": {}})");
  workshop.refer(value, "parameters('" + name + "')");
  value.expression += ".value";
}

/// JSON in a text, whose quotes are escaped.
void json_text(Workshop& workshop, Carrier& value, std::uint32_t choice) {
  choose_type(value, choice);
  const std::string quote = value.text ? "\\\"" : "";
  const std::string name = workshop.fresh_name("document");
  add(*value.scope, "variables", name,
      "\"{\\\"mail\\\": {\\\"value\\\": " + quote + value.expression + quote + "}}\"");
  workshop.refer(value, "variables('" + name + "')");
  value.expression = "json(" + value.expression + ").mail.value";
}

constexpr std::array moves = {
    Move{"in place", in_place},
    Move{"in an expression", in_expression},
    Move{"parameter default", parameter_default},
    Move{"parameter file", parameter_file},
    Move{"object in a parameter file", object_in_parameter_file},
    Move{"json text", json_text},
};

}  // namespace

std::span<const Move> origins() { return moves; }

}  // namespace smtplint::generate::arm
