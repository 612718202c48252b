#include <array>

#include "generate/bicep/workshop.h"
#include "generate/documents/azure_holders.h"

namespace smtplint::generate::bicep {
namespace {

std::string as_it_is(const std::string& text) { return text; }

std::string in_quotes(const std::string& text) {
  std::string escaped = replaced(replaced(replaced(text, "\\", "\\\\"), "'", "\\'"), "${", "\\${");
  return replaced(replaced(escaped, "\n", "\\n"), "\t", "\\t");
}

std::string interpolated(const Inset& inset) { return "${" + inset.expression + "}"; }

std::string in_variable(Workshop& workshop, Scope& scope, const std::string& expression) {
  const std::string name = workshop.fresh_name("text");
  scope.body += "var " + name + " = " + expression + "\n\n";
  return name;
}

std::string quoted(Workshop&, Scope&, const OpenText& text, std::uint32_t) {
  return "'" + fill(text, in_quotes, interpolated) + "'";
}

/// Without open places as it stands; else its braces are doubled for `format`.
std::string lines(Workshop& workshop, Scope& scope, const OpenText& text, std::uint32_t) {
  if (text.text.find("'''") != std::string::npos) return quoted(workshop, scope, text, 0);
  if (text.insets.empty()) return in_variable(workshop, scope, "'''\n" + text.text + "'''");
  std::string arguments;
  for (const Inset& inset : text.insets) arguments += ", " + inset.expression;
  const std::string body = fill(
      text, [](const std::string& part) { return replaced(replaced(part, "{", "{{"), "}", "}}"); },
      [&text](const Inset& inset) { return "{" + std::to_string(&inset - text.insets.data()) + "}"; });
  return in_variable(workshop, scope, "format('''\n" + body + "'''" + arguments + ")");
}

std::string joined_lines(Workshop& workshop, Scope& scope, const OpenText& text, std::uint32_t) {
  std::string all;
  for (const std::string& line : lines_of(text.text))
    all += "  '" + fill({line, text.insets}, in_quotes, interpolated) + "'\n";
  return in_variable(workshop, scope, "join([\n" + all + "], '\\n')");
}

std::string concatenated(Workshop& workshop, Scope& scope, const OpenText& text, std::uint32_t) {
  const std::string parts = fill(
      text, [](const std::string& part) { return "'" + in_quotes(part) + "', "; },
      [](const Inset& inset) { return inset.expression + ", "; });
  return in_variable(workshop, scope, "concat(" + parts.substr(0, parts.size() - 2) + ")");
}

std::string loaded(Workshop& workshop, Scope& scope, const OpenText& text, std::uint32_t) {
  const std::string name = workshop.fresh_name("text") + ".txt";
  std::string expression = "loadTextContent('" + name + "')";
  for (const Inset& inset : text.insets)
    expression = "replace(" + expression + ", '__" + inset.name + "__', " + inset.expression + ")";
  workshop.add_file(scope.folder + "/" + name,
                    fill(text, as_it_is, [](const Inset& inset) { return "__" + inset.name + "__"; }));
  return in_variable(workshop, scope, expression);
}

constexpr std::array carriages = {
    Carriage{"text of lines", lines}, Carriage{"quoted text", quoted}, Carriage{"joined lines", joined_lines},
    Carriage{"concat", concatenated}, Carriage{"loaded text", loaded},
};

void plain(Workshop&, Carrier&, std::uint32_t) {}
void base64(Workshop&, Carrier& value, std::uint32_t) {
  value.expression = "base64(" + value.expression + ")";
}

constexpr std::array encodings = {Move{"as it is", plain}, Move{"base64", base64}};

using Settings = std::vector<NamedSetting>;

std::string resource(std::string_view symbol, std::string_view type, bool instances, const std::string& inner,
                     std::string_view name = "shop") {
  const std::string body =
      "{\n  name: '" + std::string(name) + (instances ? "-${item}" : "") + "'\n" + inner + "}";
  return "resource " + std::string(symbol) + " '" + std::string(type) +
         "' = " + (instances ? "[for item in ['first']: " + body + "]" : body) + "\n\n";
}

std::string machine_around(bool instances, const std::string& properties) {
  return resource("shop", "Microsoft.Compute/virtualMachines@2024-07-01", instances,
                  "  location: 'westeurope'\n  properties: {\n" + properties + "  }\n");
}

std::string machine(std::string_view, bool instances, const Settings& settings) {
  return machine_around(instances, "    osProfile: {\n      computerName: 'shop'\n      customData: " +
                                       settings[0].expression + "\n    }\n");
}

std::string machine_user_data(std::string_view, bool instances, const Settings& settings) {
  return machine_around(instances, "    userData: " + settings[0].expression + "\n");
}

std::string scale_set(std::string_view, bool instances, const Settings& settings) {
  return resource(
      "shop", "Microsoft.Compute/virtualMachineScaleSets@2024-07-01", instances,
      "  location: 'westeurope'\n  properties: {\n    virtualMachineProfile: {\n      osProfile: {\n"
      "        customData: " +
          settings[0].expression + "\n      }\n    }\n  }\n");
}

std::string extension(std::string_view, bool instances, const Settings& settings) {
  return machine_around(instances, "") +
         resource(
             "setup", "Microsoft.Compute/virtualMachines/extensions@2024-07-01", false,
             "  parent: shop" + std::string(instances ? "[0]" : "") +
                 "\n  location: 'westeurope'\n  properties: {\n    publisher: 'Microsoft.Azure.Extensions'\n"
                 "    type: 'CustomScript'\n    protectedSettings: {\n      commandToExecute: " +
                 settings[0].expression + "\n    }\n  }\n",
             "setup");
}

std::string run_command(std::string_view, bool instances, const Settings& settings) {
  return machine_around(instances, "") +
         resource("setup", "Microsoft.Compute/virtualMachines/runCommands@2024-07-01", false,
                  "  parent: shop" + std::string(instances ? "[0]" : "") +
                      "\n  location: 'westeurope'\n  properties: {\n    source: {\n      script: " +
                      settings[0].expression + "\n    }\n  }\n",
                  "setup");
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

}  // namespace smtplint::generate::bicep
