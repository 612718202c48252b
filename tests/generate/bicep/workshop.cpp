#include "generate/bicep/workshop.h"

namespace smtplint::generate::bicep {

std::string_view type_of(const Carrier& value) { return value.text ? "string" : "int"; }

void BicepWorkshop::settle(Scope& module) {
  module.folder = module.parent->folder + "/modules";
  module.source = "modules/" + module.name + ".bicep";
}

void BicepWorkshop::into_local(Carrier& value) {
  const std::string name = fresh_name(value.variable_name);
  value.scope->body += "var " + name + " = " + value.expression + "\n\n";
  refer(value, name);
}

void BicepWorkshop::into_module(Carrier& value, Scope& child) {
  const std::string name = fresh_name(value.variable_name);
  child.arguments += "    " + name + ": " + value.expression + "\n";
  child.body += "param " + name + " " + std::string(type_of(value)) + "\n\n";
  value.scope = &child;
  refer(value, name);
}

void BicepWorkshop::out_of_module(Carrier& value) {
  const Scope& child = *value.scope;
  const std::string name = fresh_name(value.variable_name);
  value.scope->body +=
      "output " + name + " " + std::string(type_of(value)) + " = " + value.expression + "\n\n";
  value.scope = child.parent;
  refer(value, child.name + ".outputs." + name);
}

std::string BicepWorkshop::secret(Scope& scope) {
  scope.body += "@secure()\nparam mailPassword string = 'x'\n\n";
  return "mailPassword";
}

std::string BicepWorkshop::setting(const Carrier& value) const {
  return value.text ? value.expression : "string(" + value.expression + ")";
}

std::string BicepWorkshop::quoted(std::string_view text) const { return "'" + std::string(text) + "'"; }

std::string BicepWorkshop::address(const Scope&, std::string_view type, bool instances) const {
  return std::string(type) + "/shop" + (instances ? "-first" : "");
}

void BicepWorkshop::assign(std::string_view name, std::string_view bicep, std::string_view json,
                           std::uint32_t choice) {
  if (!parameters_in_json_) parameters_in_json_ = choice % 2 == 0;
  add_environment(*parameters_in_json_ ? "main.prod" : "prod");
  if (*parameters_in_json_) {
    assignments_ += (assignments_.empty() ? "" : ",\n") +
                    ("    \"" + std::string(name) + "\": {\"value\": ") + std::string(json) + "}";
  } else {
    assignments_ += "\nparam " + std::string(name) + " = " + std::string(bicep) + "\n";
  }
}

std::map<std::string, std::string> BicepWorkshop::finish() {
  std::map<std::string, std::string> written = files();
  const auto file_of = [](const Scope& scope) {
    return scope.folder + "/" + (scope.parent == nullptr ? "main" : scope.name) + ".bicep";
  };
  for (const Scope& scope : scopes()) written[file_of(scope)] += scope.body;
  for (const Scope& scope : scopes()) {
    if (scope.parent == nullptr) continue;
    written[file_of(*scope.parent)] += "module " + scope.name + " '" + scope.source + "' = {\n  name: '" +
                                       scope.name + "'\n  params: {\n" + scope.arguments + "  }\n}\n\n";
  }
  if (!parameters_in_json_) return written;
  if (*parameters_in_json_) {
    written["infra/main.prod.parameters.json"] =
        "{\n  \"$schema\": "
        "\"https://schema.management.azure.com/schemas/2019-04-01/deploymentParameters.json#\",\n"
        "  \"contentVersion\": \"1.0.0.0\",\n  \"parameters\": {\n" +
        assignments_ + "\n  }\n}\n";
  } else {
    written["infra/prod.bicepparam"] = "using './main.bicep'\n" + assignments_;
  }
  return written;
}

}  // namespace smtplint::generate::bicep
