#include "generate/arm/workshop.h"
#include "generate/documents/azure_holders.h"

namespace smtplint::generate::arm {
namespace {

std::string in_json(const std::string& text) {
  const std::string escaped = replaced(replaced(text, "\\", "\\\\"), "\"", "\\\"");
  return replaced(replaced(escaped, "\n", "\\n"), "\t", "\\t");
}

/// A literal of an expression, as the JSON around it writes it.
std::string literal(const std::string& text) { return "'" + in_json(replaced(text, "'", "''")) + "'"; }

std::string concatenated(Workshop&, Scope&, const OpenText& text, std::uint32_t) {
  const std::string parts = fill(
      text, [](const std::string& part) { return literal(part) + ", "; },
      [](const Inset& inset) { return inset.expression + ", "; });
  return "concat(" + parts.substr(0, parts.size() - 2) + ")";
}

std::string formatted(Workshop&, Scope&, const OpenText& text, std::uint32_t) {
  std::string arguments;
  for (const Inset& inset : text.insets) arguments += ", " + inset.expression;
  const std::string body = fill(
      text, [](const std::string& part) { return replaced(replaced(part, "{", "{{"), "}", "}}"); },
      [&text](const Inset& inset) { return "{" + std::to_string(&inset - text.insets.data()) + "}"; });
  return "format(" + literal(body) + arguments + ")";
}

/// The text in a variable; what is handed into it stands for words in it.
std::string in_variable(Workshop& workshop, Scope& scope, const OpenText& text, std::uint32_t) {
  const std::string name = workshop.fresh_name("text");
  const std::string body = fill(text, in_json, [](const Inset& inset) { return "__" + inset.name + "__"; });
  add(scope, "variables", name, "\"" + body + "\"");
  std::string expression = "variables('" + name + "')";
  for (const Inset& inset : text.insets)
    expression = "replace(" + expression + ", '__" + inset.name + "__', " + inset.expression + ")";
  return expression;
}

std::string joined_lines(Workshop& workshop, Scope& scope, const OpenText& text, std::uint32_t) {
  const std::string name = workshop.fresh_name("lines");
  std::string all;
  for (const std::string& line : lines_of(text.text)) {
    const OpenText one{line, text.insets};
    const bool open = line.find('\x04') != std::string::npos;
    all += (all.empty() ? "" : ",\n") +
           (open ? "\"[" + concatenated(workshop, scope, one, 0) + "]\"" : "\"" + in_json(line) + "\"");
  }
  add(scope, "variables", name, "[\n" + all + "\n]");
  return "join(variables('" + name + "'), '\\n')";
}

constexpr std::array carriages = {Carriage{"concat", concatenated}, Carriage{"format", formatted},
                                  Carriage{"variable", in_variable}, Carriage{"joined lines", joined_lines}};

void as_it_is(Workshop&, Carrier&, std::uint32_t) {}
void base64(Workshop&, Carrier& value, std::uint32_t) {
  value.expression = "base64(" + value.expression + ")";
}

constexpr std::array encodings = {Move{"as it is", as_it_is}, Move{"base64", base64}};

using Settings = std::vector<NamedSetting>;

std::string resource(std::string_view type, bool instances, const std::string& properties) {
  return "{\"type\": \"" + std::string(type) +
         "\", \"apiVersion\": \"2024-07-01\", \"location\": \"westeurope\",\n\"name\": " +
         (instances ? R"("[concat('shop-', copyIndex())]", "copy": {"name": "shops", "count": 1})"
                    : "\"shop\"") +
         ",\n\"properties\": {" + properties + "}},\n";
}

constexpr std::string_view machines = "Microsoft.Compute/virtualMachines";

std::string machine(std::string_view, bool instances, const Settings& settings) {
  return resource(
      machines, instances,
      "\"osProfile\": {\"computerName\": \"shop\", \"customData\": " + settings[0].expression + "}");
}

std::string machine_user_data(std::string_view, bool instances, const Settings& settings) {
  return resource(machines, instances, "\"userData\": " + settings[0].expression);
}

std::string scale_set(std::string_view, bool instances, const Settings& settings) {
  return resource(
      "Microsoft.Compute/virtualMachineScaleSets", instances,
      "\"virtualMachineProfile\": {\"osProfile\": {\"customData\": " + settings[0].expression + "}}");
}

std::string beside_machine(std::string_view type, bool instances, const std::string& properties) {
  const std::string name = instances ? "shop-0" : "shop";
  return resource(machines, instances, "") + "{\"type\": \"" + std::string(machines) + "/" +
         std::string(type) +
         "\", \"apiVersion\": \"2024-07-01\", \"location\": \"westeurope\", \"name\": \"" + name +
         "/setup\", \"dependsOn\": [\"" + (instances ? "shops" : "shop") + "\"],\n\"properties\": {" +
         properties + "}},\n";
}

std::string extension(std::string_view, bool instances, const Settings& settings) {
  return beside_machine("extensions", instances,
                        "\"publisher\": \"Microsoft.Azure.Extensions\", \"type\": \"CustomScript\",\n"
                        "\"settings\": {\"commandToExecute\": " +
                            settings[0].expression + "}");
}

std::string run_command(std::string_view, bool instances, const Settings& settings) {
  return beside_machine("runCommands", instances, "\"source\": {\"script\": " + settings[0].expression + "}");
}

std::string app_with_text(std::string_view label, bool instances, const Settings& settings) {
  return senders()[0].write(label, instances, {{"EMAIL_CONFIG", settings[0].expression}});
}

std::string group_with_text(std::string_view label, bool instances, const Settings& settings) {
  return senders()[2].write(label, instances, {{"SMTP", settings[0].expression}});
}

constexpr std::array holders = azure_holders(
    {machine, machine_user_data, scale_set, extension, run_command, app_with_text, group_with_text});

}  // namespace

TextTables texts() { return {holders, carriages, encodings}; }

}  // namespace smtplint::generate::arm
