#include <array>

#include "generate/terraform/workshop.h"

namespace smtplint::generate::terraform {
namespace {

/// Numbers may stand without quotes.
std::string quoted(const Carrier& value, std::uint32_t choice) {
  return is_number(value) && choice % 2 == 0 ? value.expression : "\"" + value.expression + "\"";
}

std::string_view decoy(const Carrier& value) { return is_number(value) ? "2526" : "\"decoy.invalid\""; }

std::string beside_module(std::string_view name) { return "${path.module}/" + std::string(name); }

void in_place(Workshop&, Carrier& value, std::uint32_t choice) { value.expression = quoted(value, choice); }

void variable_default(Workshop& workshop, Carrier& value, std::uint32_t choice) {
  const std::string name = workshop.fresh_name(value.variable_name);
  const std::string type = is_number(value) && choice / 2 % 2 == 0 ? "number" : "string";
  value.scope->body +=
      "variable \"" + name + "\" {\n  type = " + type + "\n  default = " + quoted(value, choice) + "\n}\n\n";
  workshop.refer(value, "var." + name);
}

/// Only the root has variable files; elsewhere the default stands.
void variable_file(Workshop& workshop, Carrier& value, std::uint32_t choice) {
  if (value.scope != &workshop.root()) return variable_default(workshop, value, choice);
  constexpr std::array<std::string_view, 3> files = {"terraform.tfvars", "mail.auto.tfvars", "prod.tfvars"};
  const std::string_view file = files[choice / 2 % files.size()];
  if (file == "prod.tfvars") workshop.add_environment("prod");
  const std::string name = workshop.fresh_name(value.variable_name);
  workshop.add_file("infra/" + std::string(file), name + " = " + quoted(value, choice) + "\n");
  value.scope->body += "variable \"" + name + "\" {\n  default = " + std::string(decoy(value)) + "\n}\n\n";
  workshop.refer(value, "var." + name);
}

void object_in_variable_file(Workshop& workshop, Carrier& value, std::uint32_t choice) {
  if (value.scope != &workshop.root()) return variable_default(workshop, value, choice);
  const std::string name = workshop.fresh_name("mail");
  workshop.add_file("infra/terraform.tfvars",
                    name + " = {\n  name = \"shop\"\n  value = " + quoted(value, choice) + "\n}\n");
  value.scope->body += "variable \"" + name + "\" {\n  default = {}\n}\n\n";
  workshop.refer(value, "var." + name);
  value.expression += ".value";
}

void json_file(Workshop& workshop, Carrier& value, std::uint32_t choice) {
  const std::string name = workshop.fresh_name("settings") + ".json";
  workshop.add_file(
      value.scope->folder + "/" + name,
      "{\n  \"name\": \"caf\\u00e9\",\n  \"mail\": {\"value\": " + quoted(value, choice) + "}\n}\n");
  value.expression = "jsondecode(file(\"" + beside_module(name) + "\")).mail.value";
}

void yaml_file(Workshop& workshop, Carrier& value, std::uint32_t choice) {
  const std::string name = workshop.fresh_name("settings") + ".yaml";
  workshop.add_file(value.scope->folder + "/" + name, "mail:\n  value: " + quoted(value, choice) + "\n");
  value.expression = "yamldecode(file(\"" + beside_module(name) + "\")).mail.value";
}

void text_file(Workshop& workshop, Carrier& value, std::uint32_t) {
  const std::string name = workshop.fresh_name("value") + ".txt";
  workshop.add_file(value.scope->folder + "/" + name, value.expression + "\n");
  value.expression = "trimspace(file(\"" + beside_module(name) + "\"))";
}

void template_file(Workshop& workshop, Carrier& value, std::uint32_t) {
  const std::string name = workshop.fresh_name("value") + ".tpl";
  workshop.add_file(value.scope->folder + "/" + name, "${prefix}" + value.expression);
  value.expression = "templatefile(\"" + beside_module(name) + "\", { prefix = \"\" })";
}

void json_heredoc(Workshop& workshop, Carrier& value, std::uint32_t choice) {
  value.expression = "<<-EOT\n    {\"mail\": {\"value\": " + quoted(value, choice) + "}}\n  EOT\n";
  workshop.into_local(value);
  value.expression = "jsondecode(" + value.expression + ").mail.value";
}

constexpr std::array moves = {
    Move{"in place", in_place},           Move{"variable default", variable_default},
    Move{"variable file", variable_file}, Move{"object in a variable file", object_in_variable_file},
    Move{"json file", json_file},         Move{"yaml file", yaml_file},
    Move{"text file", text_file},         Move{"template file", template_file},
    Move{"json heredoc", json_heredoc},
};

}  // namespace

std::span<const Move> origins() { return moves; }

}  // namespace smtplint::generate::terraform
