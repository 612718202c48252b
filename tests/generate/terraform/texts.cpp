#include <array>

#include "generate/terraform/workshop.h"

namespace smtplint::generate::terraform {
namespace {

std::string in_template(const std::string& text) {
  return replaced(replaced(text, "${", "$${"), "%{", "%%{");
}

std::string in_quotes(const std::string& text) {
  std::string escaped = replaced(replaced(in_template(text), "\\", "\\\\"), "\"", "\\\"");
  return replaced(replaced(escaped, "\n", "\\n"), "\t", "\\t");
}

std::string interpolated(const Inset& inset) { return "${" + inset.expression + "}"; }

std::string in_local(Workshop& workshop, Scope& scope, std::string_view stem, const std::string& expression) {
  const std::string name = workshop.fresh_name(stem);
  scope.body += "locals {\n  " + name + " = " + expression + "\n}\n\n";
  return "local." + name;
}

std::string heredoc(Workshop& workshop, Scope& scope, const OpenText& text, std::uint32_t choice) {
  const std::string body = fill(text, in_template, interpolated);
  return in_local(workshop, scope, "text",
                  choice % 2 == 0 ? "<<-EOT\n" + indented(body, "    ") + "  EOT\n"
                                  : "<<EOT\n" + indented(body, "") + "EOT\n");
}

std::string quoted(Workshop&, Scope&, const OpenText& text, std::uint32_t) {
  return "\"" + fill(text, in_quotes, interpolated) + "\"";
}

std::string joined_lines(Workshop& workshop, Scope& scope, const OpenText& text, std::uint32_t) {
  std::string lines;
  for (const std::string& line : lines_of(text.text))
    lines += "    \"" + fill({line, text.insets}, in_quotes, interpolated) + "\",\n";
  return in_local(workshop, scope, "text", "join(\"\\n\", [\n" + lines + "  ])");
}

std::string formatted(Workshop& workshop, Scope& scope, const OpenText& text, std::uint32_t) {
  std::string arguments;
  const std::string body = fill(
      text, [](const std::string& part) { return replaced(in_quotes(part), "%", "%%"); },
      [&arguments](const Inset& inset) {
        arguments += ", " + inset.expression;
        return std::string("%s");
      });
  return in_local(workshop, scope, "text", "format(\"" + body + "\"" + arguments + ")");
}

/// The text in a file beside the module; what is handed into it is called by its name.
std::string template_file(Workshop& workshop, Scope& scope, const OpenText& text, std::uint32_t choice) {
  const std::string name = workshop.fresh_name("template") + ".tpl";
  std::string arguments;
  for (const Inset& inset : text.insets) arguments += "    " + inset.name + " = " + inset.expression + "\n";
  workshop.add_file(scope.folder + "/" + name,
                    fill(text, in_template, [](const Inset& inset) { return "${" + inset.name + "}"; }));
  const std::string path = "\"${path.module}/" + name + "\"";
  if (choice % 3 != 0)
    return in_local(workshop, scope, "text", "templatefile(" + path + ", {\n" + arguments + "  })");
  const std::string label = workshop.fresh_name("text");
  scope.body += "data \"template_file\" \"" + label + "\" {\n  template = file(" + path + ")\n  vars = {\n" +
                arguments + "  }\n}\n\n";
  return "data.template_file." + label + ".rendered";
}

std::string file_with_words(Workshop& workshop, Scope& scope, const OpenText& text, std::uint32_t) {
  const std::string name = workshop.fresh_name("text") + ".txt";
  std::string expression = "file(\"${path.module}/" + name + "\")";
  for (const Inset& inset : text.insets)
    expression = "replace(" + expression + ", \"__" + inset.name + "__\", " + inset.expression + ")";
  workshop.add_file(scope.folder + "/" + name,
                    fill(
                        text, [](const std::string& part) { return part; },
                        [](const Inset& inset) { return "__" + inset.name + "__"; }));
  return in_local(workshop, scope, "text", expression);
}

constexpr std::array carriages = {
    Carriage{"heredoc", heredoc},
    Carriage{"quoted text", quoted},
    Carriage{"joined lines", joined_lines},
    Carriage{"format", formatted},
    Carriage{"template file", template_file},
    Carriage{"file with words", file_with_words},
};

void as_it_is(Workshop&, Carrier&, std::uint32_t) {}

void base64(Workshop&, Carrier& value, std::uint32_t choice) {
  constexpr std::array<Around, 3> ways = {
      {{"base64encode(", ")"}, {"base64gzip(", ")"}, {"textencodebase64(", ", \"UTF-8\")"}}};
  wrap(value, ways, choice);
}

void message(Workshop& workshop, Carrier& value, std::uint32_t choice) {
  const std::string label = workshop.fresh_name("data");
  const std::string_view packed = choice % 2 == 0 ? "true" : "false";
  value.scope->body +=
      "data \"cloudinit_config\" \"" + label + "\" {\n  gzip          = " + std::string(packed) +
      "\n  base64_encode = true\n  part {\n    content_type = \"text/cloud-config\"\n    content      "
      "= \"#cloud-config\\npackages: [curl]\"\n  }\n  part {\n    filename = \"setup\"\n    content  = " +
      value.expression + "\n  }\n}\n\n";
  value.expression = "data.cloudinit_config." + label + ".rendered";
}

constexpr std::array encodings = {
    Move{"as it is", as_it_is},
    Move{"base64", base64},
    Move{"parts of a message", message},
};

using Settings = std::vector<NamedSetting>;

std::string block(std::string_view type, std::string_view label, bool instances, const std::string& inner) {
  return "resource \"" + std::string(type) + "\" \"" + std::string(label) + "\" {\n" +
         (instances ? "  for_each = { first = \"1\" }\n" : "") + inner + "}\n\n";
}

std::string machine(std::string_view label, bool instances, const Settings& settings) {
  return block("azurerm_linux_virtual_machine", label, instances,
               "  name        = \"shop\"\n  custom_data = " + settings[0].expression + "\n");
}

std::string machine_user_data(std::string_view label, bool instances, const Settings& settings) {
  return block("azurerm_linux_virtual_machine", label, instances,
               "  name      = \"shop\"\n  user_data = " + settings[0].expression + "\n");
}

std::string old_machine(std::string_view label, bool instances, const Settings& settings) {
  return block("azurerm_virtual_machine", label, instances,
               "  name = \"shop\"\n  os_profile {\n    computer_name = \"shop\"\n    custom_data   = " +
                   settings[0].expression + "\n  }\n");
}

std::string scale_set(std::string_view label, bool instances, const Settings& settings) {
  return block("azurerm_linux_virtual_machine_scale_set", label, instances,
               "  name        = \"shop\"\n  custom_data = " + settings[0].expression + "\n");
}

std::string beside_machine(std::string_view type, std::string_view label, bool instances,
                           const std::string& inner) {
  const std::string id =
      "azurerm_linux_virtual_machine." + std::string(label) + (instances ? "[each.key].id" : ".id");
  return block("azurerm_linux_virtual_machine", label, instances, "  name = \"shop\"\n") +
         block(type, "setup", instances,
               "  name               = \"setup\"\n  virtual_machine_id = " + id + "\n" + inner);
}

std::string extension(std::string_view label, bool instances, const Settings& settings) {
  return beside_machine("azurerm_virtual_machine_extension", label, instances,
                        "  publisher = \"Microsoft.Azure.Extensions\"\n  type      = \"CustomScript\"\n"
                        "  settings  = jsonencode({\n    commandToExecute = " +
                            settings[0].expression + "\n  })\n");
}

std::string extension_script(std::string_view label, bool instances, const Settings& settings) {
  return beside_machine("azurerm_virtual_machine_extension", label, instances,
                        "  publisher = \"Microsoft.Azure.Extensions\"\n  type      = \"CustomScript\"\n"
                        "  protected_settings = jsonencode({ script = base64encode(" +
                            settings[0].expression + ") })\n");
}

std::string run_command(std::string_view label, bool instances, const Settings& settings) {
  return beside_machine("azurerm_virtual_machine_run_command", label, instances,
                        "  source {\n    script = " + settings[0].expression + "\n  }\n");
}

std::string app_with_text(std::string_view label, bool instances, const Settings& settings) {
  return senders()[0].write(label, instances, {{"EMAIL_CONFIG", settings[0].expression}});
}

std::string group_with_text(std::string_view label, bool instances, const Settings& settings) {
  return senders()[2].write(label, instances, {{"SMTP", settings[0].expression}});
}

std::string cluster() {
  return "resource \"azurerm_kubernetes_cluster\" \"main\" {\n  name = \"main\"\n}\n\n";
}

std::string chart(std::string_view label, bool instances, const Settings& settings) {
  return cluster() + block("helm_release", label, instances,
                           "  name   = \"shop\"\n  values = [" + settings[0].expression + "]\n");
}

std::string config_map(std::string_view label, bool instances, const Settings& settings) {
  return cluster() + block("kubernetes_config_map", label, instances,
                           "  metadata {\n    name = \"shop\"\n  }\n  data = {\n    \"" + settings[0].name +
                               "\" = " + settings[0].expression + "\n  }\n");
}

std::string template_deployment(std::string_view label, bool, const Settings& settings) {
  return block("azurerm_resource_group_template_deployment", label, false,
               "  name                = \"shop\"\n  resource_group_name = \"shop\"\n"
               "  deployment_mode     = \"Incremental\"\n  template_content    = " +
                   settings[0].expression + "\n");
}

constexpr auto machines = WorkloadKind::virtual_machine;

constexpr std::array holders = {
    TextHolder{{"azurerm_linux_virtual_machine", machines, true, machine}, TextKind::user_data, true},
    TextHolder{
        {"azurerm_linux_virtual_machine", machines, true, machine_user_data}, TextKind::user_data, true},
    TextHolder{{"azurerm_virtual_machine", machines, true, old_machine}, TextKind::user_data, true},
    TextHolder{{"azurerm_linux_virtual_machine_scale_set", WorkloadKind::scale_set, true, scale_set},
               TextKind::user_data,
               true},
    TextHolder{{"azurerm_linux_virtual_machine", machines, true, extension}, TextKind::script},
    TextHolder{{"azurerm_linux_virtual_machine", machines, true, extension_script}, TextKind::script},
    TextHolder{{"azurerm_linux_virtual_machine", machines, true, run_command}, TextKind::script},
    TextHolder{{"azurerm_linux_web_app", WorkloadKind::web_app, true, app_with_text}, TextKind::settings},
    TextHolder{{"azurerm_container_group", WorkloadKind::container_group, false, group_with_text},
               TextKind::settings},
    TextHolder{{"helm_release", WorkloadKind::kubernetes, true, chart}, TextKind::chart_values},
    TextHolder{{"kubernetes_config_map", WorkloadKind::kubernetes, true, config_map}, TextKind::file},
    TextHolder{{"azurerm_resource_group_template_deployment", WorkloadKind::container_group, false,
                template_deployment},
               TextKind::arm_template,
               false,
               "Microsoft.ContainerInstance/containerGroups"},
};

}  // namespace

TextTables texts() { return {holders, carriages, encodings}; }

}  // namespace smtplint::generate::terraform
