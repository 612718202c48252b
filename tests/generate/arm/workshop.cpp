#include "generate/arm/workshop.h"

namespace smtplint::generate::arm {
namespace {

constexpr std::string_view head =
    "{\n\"$schema\": \"https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#\",\n"
    "\"contentVersion\": \"1.0.0.0\"";

/// The source of a nested template whose expressions mean the names of the one around it.
constexpr std::string_view outer = "outer";

std::string without_comma(std::string text) {
  if (text.ends_with(",\n")) text.resize(text.size() - 2);
  return text;
}

}  // namespace

std::string operand(const Carrier& value) {
  return value.literal && value.text ? "'" + value.expression + "'" : value.expression;
}

std::string json_of(const Carrier& value) {
  if (!value.literal) return "\"[" + value.expression + "]\"";
  return value.text ? "\"" + value.expression + "\"" : value.expression;
}

std::string_view type_of(const Carrier& value) { return value.text ? "string" : "int"; }

Scope& names_of(Scope& scope) { return scope.source == outer ? names_of(*scope.parent) : scope; }

void add(Scope& scope, std::string_view section, std::string_view name, std::string_view json) {
  Scope& owner = section == "outputs" ? scope : names_of(scope);
  owner.sections[std::string(section)] += "\"" + std::string(name) + "\": " + std::string(json) + ",\n";
}

/// A template in the scope of another one declares nothing of its own, so that no other stands in it.
void ArmWorkshop::settle(Scope& module) {
  module.parent = &names_of(*module.parent);
  module.folder = module.parent->folder;
  const unsigned long way = std::stoul(module.name.substr(module.name.find('_') + 1)) % 3;
  if (way == 1) module.source = outer;
  if (way != 0) return;
  module.folder += "/linked";
  module.source = "linked/" + module.name + ".json";
}

void ArmWorkshop::into_local(Carrier& value) {
  const std::string name = fresh_name(value.variable_name);
  add(*value.scope, "variables", name, json_of(value));
  refer(value, "variables('" + name + "')");
}

void ArmWorkshop::into_module(Carrier& value, Scope& child) {
  if (child.source == outer && child.parent == &names_of(*value.scope)) {
    value.scope = &child;
    return;
  }
  const std::string name = fresh_name(value.variable_name);
  child.arguments += "\"" + name + "\": {\"value\": " + json_of(value) + "},\n";
  add(child, "parameters", name, "{\"type\": \"" + std::string(type_of(value)) + "\"}");
  value.scope = &child;
  refer(value, "parameters('" + name + "')");
}

void ArmWorkshop::out_of_module(Carrier& value) {
  const Scope& child = *value.scope;
  const std::string name = fresh_name(value.variable_name);
  add(*value.scope, "outputs", name,
      "{\"type\": \"" + std::string(type_of(value)) + "\", \"value\": " + json_of(value) + "}");
  value.scope = child.parent;
  refer(value, "reference('" + child.name + "').outputs." + name + ".value");
}

std::string ArmWorkshop::secret(Scope& scope) {
  add(scope, "parameters", "mailPassword", R"({"type": "securestring", "defaultValue": "x"})");
  return "\"[parameters('mailPassword')]\"";
}

std::string ArmWorkshop::setting(const Carrier& value) const {
  return value.text || value.literal ? json_of(value) : "\"[string(" + value.expression + ")]\"";
}

std::string ArmWorkshop::as_text(const Carrier& value) const {
  return value.text ? operand(value) : "string(" + operand(value) + ")";
}

std::string ArmWorkshop::quoted(std::string_view text) const { return "\"" + std::string(text) + "\""; }

std::string ArmWorkshop::address(const Scope&, std::string_view type, bool instances) const {
  return std::string(type) + "/shop" + (instances ? "-0" : "");
}

void ArmWorkshop::assign(std::string_view name, std::string_view json) {
  add_environment("prod");
  assignments_ += (assignments_.empty() ? "" : ",\n") + ("\"" + std::string(name) + "\": {\"value\": ") +
                  std::string(json) + "}";
}

/// The JSON of a template with the nested ones in it; linked ones become files.
std::string ArmWorkshop::written(Scope& scope, std::map<std::string, std::string>& all) {
  std::string text(head), resources = scope.body;
  for (const std::string_view section : {"parameters", "variables", "outputs"}) {
    const auto found = scope.sections.find(section);
    if (found != scope.sections.end())
      text += ",\n\"" + std::string(section) + "\": {\n" + without_comma(found->second) + "\n}";
  }
  const auto functions = scope.sections.find("functions");
  if (functions != scope.sections.end())
    text += ",\n\"functions\": [{\"namespace\": \"mail\", \"members\": {\n" +
            without_comma(functions->second) + "\n}}]";
  for (Scope& child : scopes()) {
    if (child.parent != &scope) continue;
    std::string inner = written(child, all);
    const bool linked = !child.source.empty() && child.source != outer;
    if (linked) all[child.folder + "/" + child.name + ".json"] = inner;
    resources +=
        "{\"type\": \"Microsoft.Resources/deployments\", \"apiVersion\": \"2022-09-01\", \"name\": \"" +
        child.name + "\", \"properties\": {\n\"mode\": \"Incremental\",\n\"parameters\": {\n" +
        without_comma(child.arguments) + "\n},\n" +
        (linked ? "\"templateLink\": {\"relativePath\": \"" + child.source + "\"}"
                : "\"expressionEvaluationOptions\": {\"scope\": \"" +
                      std::string(child.source == outer ? outer : "inner") + "\"},\n\"template\": " + inner) +
        "}},\n";
  }
  return text + ",\n\"resources\": [\n" + without_comma(resources) + "\n]\n}\n";
}

std::map<std::string, std::string> ArmWorkshop::finish() {
  std::map<std::string, std::string> all = files();
  all["infra/azuredeploy.json"] = written(root(), all);
  if (!assignments_.empty()) {
    all["infra/prod.parameters.json"] =
        "{\"$schema\": "
        "\"https://schema.management.azure.com/schemas/2019-04-01/deploymentParameters.json#\",\n"
        "\"contentVersion\": \"1.0.0.0\",\n\"parameters\": {\n" +
        assignments_ + "\n}}\n";
  }
  return all;
}

}  // namespace smtplint::generate::arm
