#include "generate/bicep/workshop.h"

namespace smtplint::generate::bicep {
namespace {

/// Numbers may stand without quotes.
std::string written(Carrier& value, std::uint32_t choice, std::string_view quote) {
  value.text = !is_number(value) || choice % 2 != 0;
  const std::string sign(value.text ? quote : "");
  return sign + value.expression + sign;
}

std::string_view decoy(const Carrier& value) { return value.text ? "'decoy.invalid'" : "2526"; }

void in_place(Workshop&, Carrier& value, std::uint32_t choice) {
  value.expression = written(value, choice, "'");
}

void parameter_default(Workshop& workshop, Carrier& value, std::uint32_t choice) {
  const std::string name = workshop.fresh_name(value.variable_name);
  const std::string literal = written(value, choice, "'");
  value.scope->body += "param " + name + " " + std::string(type_of(value)) + " = " + literal + "\n\n";
  workshop.refer(value, name);
}

/// Only the root has parameter files; elsewhere the default stands.
void parameter_file(Workshop& workshop, Carrier& value, std::uint32_t choice) {
  if (value.scope != &workshop.root()) return parameter_default(workshop, value, choice);
  const std::string name = workshop.fresh_name(value.variable_name);
  const std::string bicep = written(value, choice, "'"), json = written(value, choice, "\"");
  static_cast<BicepWorkshop&>(workshop).assign(name, bicep, json, choice / 2);
  value.scope->body +=
      "param " + name + " " + std::string(type_of(value)) + " = " + std::string(decoy(value)) + "\n\n";
  workshop.refer(value, name);
}

void object_in_parameter_file(Workshop& workshop, Carrier& value, std::uint32_t choice) {
  if (value.scope != &workshop.root()) return parameter_default(workshop, value, choice);
  const std::string name = workshop.fresh_name("mail");
  const std::string bicep = "{\n  name: 'shop'\n  value: " + written(value, choice, "'") + "\n}";
  const std::string json = "{\"name\": \"shop\", \"value\": " + written(value, choice, "\"") + "}";
  static_cast<BicepWorkshop&>(workshop).assign(name, bicep, json, choice / 2);
  value.scope->body += "param " + name + " object = {}\n\n";
  workshop.refer(value, name);
  value.expression += ".value";
}

void load(Workshop& workshop, Carrier& value, const std::string& name, std::string_view text,
          std::string_view call) {
  workshop.add_file(value.scope->folder + "/" + name, text);
  value.expression = std::string(call) + "('" + name + "')";
}

void json_file(Workshop& workshop, Carrier& value, std::uint32_t choice) {
  const std::string name = workshop.fresh_name("settings") + ".json";
  const std::string text =
      "{\n  \"name\": \"caf\\u00e9\",\n  \"mail\": {\"value\": " + written(value, choice, "\"") + "}\n}\n";
  load(workshop, value, name, text, "loadJsonContent");
  const bool selects = choice / 2 % 2 == 0;
  value.expression =
      selects ? "loadJsonContent('" + name + "', '$.mail').value" : value.expression + ".mail.value";
}

void yaml_file(Workshop& workshop, Carrier& value, std::uint32_t choice) {
  const std::string name = workshop.fresh_name("settings") + ".yaml";
  load(workshop, value, name, "mail:\n  value: " + written(value, choice, "\"") + "\n", "loadYamlContent");
  value.expression += ".mail.value";
}

void text_file(Workshop& workshop, Carrier& value, std::uint32_t) {
  const std::string text = value.expression + "\n";
  load(workshop, value, workshop.fresh_name("value") + ".txt", text, "loadTextContent");
  value.expression = "trim(" + value.expression + ")";
}

void json_text(Workshop& workshop, Carrier& value, std::uint32_t choice) {
  value.expression = "'''\n{\"mail\": {\"value\": " + written(value, choice, "\"") + "}}\n'''";
  const bool text = value.text;
  value.text = true;
  workshop.into_local(value);
  value.text = text;
  value.expression = "json(" + value.expression + ").mail.value";
}

constexpr std::array moves = {
    Move{"in place", in_place},
    Move{"parameter default", parameter_default},
    Move{"parameter file", parameter_file},
    Move{"object in a parameter file", object_in_parameter_file},
    Move{"json file", json_file},
    Move{"yaml file", yaml_file},
    Move{"text file", text_file},
    Move{"json text", json_text},
};

}  // namespace

std::span<const Move> origins() { return moves; }

}  // namespace smtplint::generate::bicep
