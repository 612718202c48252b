#include "frontend/terraform/files/variable_files.h"

#include <algorithm>

#include "base/path.h"
#include "frontend/terraform/terraform.h"
#include "syntax/hcl/tree.h"
#include "syntax/json/tree.h"

namespace smtplint::terraform {
namespace {

/// `terraform.tfvars` first, then its JSON form, then the others by name.
int load_order(std::string_view path) {
  const std::string_view name = file_name(path);
  if (name == "terraform.tfvars") return 0;
  return name == "terraform.tfvars.json" ? 1 : 2;
}

void load(Deployment& deployment, const std::string& path) {
  const Result<const ConfigurationFile*>& file = deployment.workspace.files().configuration(path);
  if (!file.ok()) {
    deployment.note_left_out(path, file.error().message);
    return;
  }
  for (const hcl::SyntaxError& error : (*file)->errors) {
    deployment.add_event({EventKind::syntax_error, (*file)->document.place(error.span), error.message});
  }
  deployment.variable_files.push_back(*file);
}

bool takes_text(const ModuleSource& root, std::string_view name) {
  const int index = ModuleSource::find(root.variable_names, name);
  if (index < 0) return true;
  const VariableDeclaration& variable = root.variables[static_cast<std::size_t>(index)];
  return !variable.attribute("type").written() || variable.type.is_primitive();
}

}  // namespace

void load_variable_files(Deployment& deployment, const Environment& environment) {
  const auto own = deployment.workspace.variable_folders().find(deployment.folder);
  if (own != deployment.workspace.variable_folders().end()) {
    std::vector<std::string> paths;
    std::ranges::copy_if(own->second, std::back_inserter(paths), loads_by_itself);
    std::ranges::stable_sort(paths, {}, load_order);
    for (const std::string& path : paths) load(deployment, path);
  }
  for (const std::string& path : environment.variable_files) load(deployment, path);
}

bool assigns_variables(std::string_view path, std::string_view text) {
  if (path.ends_with(".json")) {
    const auto tree = json::parse(text);
    return tree->root() != nullptr && tree->root()->kind == json::NodeKind::object;
  }
  const auto tree = hcl::parse_file(text);
  const bool nothing_but_errors = tree->body().attributes.empty() && !tree->errors().empty();
  return tree->body().blocks.empty() && !nothing_but_errors;
}

void take_command_line(Deployment& deployment, const ModuleSource& root, const Variables& variables) {
  for (const auto& [name, text] : variables.values) {
    CommandLineValue& value = deployment.command_line.emplace_back();
    value.name = name;
    value.text = text;
    value.document.text = value.text;
    if (!takes_text(root, name)) {
      value.tree = hcl::parse_expression(value.text, deployment.workspace.files().parse_limits());
    }
  }
}

}  // namespace smtplint::terraform
