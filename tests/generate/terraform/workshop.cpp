#include "generate/terraform/workshop.h"

namespace smtplint::generate::terraform {

void TerraformWorkshop::settle(Scope& module) {
  module.folder = module.parent->folder + "/modules/" + module.name;
  module.source = "./modules/" + module.name;
}

void TerraformWorkshop::into_local(Carrier& value) {
  const std::string name = fresh_name(value.variable_name);
  value.scope->body += "locals {\n  " + name + " = " + value.expression + "\n}\n\n";
  refer(value, "local." + name);
}

void TerraformWorkshop::into_module(Carrier& value, Scope& child) {
  const std::string name = fresh_name(value.variable_name);
  child.arguments += "  " + name + " = " + value.expression + "\n";
  child.body += "variable \"" + name + "\" {}\n\n";
  value.scope = &child;
  refer(value, "var." + name);
}

void TerraformWorkshop::out_of_module(Carrier& value) {
  const Scope& child = *value.scope;
  const std::string name = fresh_name(value.variable_name);
  value.scope->body += "output \"" + name + "\" {\n  value = " + value.expression + "\n}\n\n";
  value.scope = child.parent;
  refer(value, "module." + child.name + "." + name);
}

std::string TerraformWorkshop::secret(Scope& scope) {
  scope.body +=
      "variable \"mail_password\" {\n  type      = string\n  sensitive = true\n  default   = \"x\"\n}\n\n";
  return "var.mail_password";
}

std::string TerraformWorkshop::quoted(std::string_view text) const { return "\"" + std::string(text) + "\""; }

std::string TerraformWorkshop::address(const Scope& scope, std::string_view type, bool instances) const {
  std::string path;
  for (const Scope* at = &scope; at->parent != nullptr; at = at->parent)
    path = "module." + at->name + "." + path;
  return path + std::string(type) + ".shop" + (instances ? "[\"first\"]" : "");
}

std::map<std::string, std::string> TerraformWorkshop::finish() {
  std::map<std::string, std::string> written = files();
  for (const Scope& scope : scopes()) written[scope.folder + "/main.tf"] += scope.body;
  for (const Scope& scope : scopes()) {
    if (scope.parent == nullptr) continue;
    written[scope.parent->folder + "/main.tf"] +=
        "module \"" + scope.name + "\" {\n  source = \"" + scope.source + "\"\n" + scope.arguments + "}\n\n";
  }
  return written;
}

}  // namespace smtplint::generate::terraform
