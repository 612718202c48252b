#include <algorithm>
#include <utility>

#include "docs/coverage_parts.h"
#include "docs/markdown.h"
#include "engine/languages/language.h"

namespace smtplint::docs {
namespace {

/// What a language reads; `sample` is a name that it must claim.
struct FileForm {
  std::string_view language;
  std::string_view form;
  std::string_view sample;
  std::string_view use;
};

constexpr FileForm file_forms[] = {
    {"terraform", "*.tf", "main.tf", "configuration of Terraform and OpenTofu"},
    {"terraform", "*.tf.json", "main.tf.json", "the same in JSON syntax"},
    {"terraform", "*.tofu", "main.tofu",
     "configuration of OpenTofu; takes the place of the `.tf` file of that name"},
    {"terraform", "override.tf, *_override.tf", "main_override.tf",
     "merged over the other files, as Terraform does"},
    {"terraform", "terraform.tfvars, *.auto.tfvars", "prod.auto.tfvars", "variables that load by themselves"},
    {"terraform", "*.tfvars", "envs/prod.tfvars",
     "variables of one environment, which is analysed on its own"},
    {"terraform", "*.tfvars.json", "prod.tfvars.json", "the same forms of variables in JSON"},
    {"terraform-plan", "*.json", "plan.json",
     "a plan or state as `terraform show -json` writes it, told by its content"},
    {"arm", "*.json, *.jsonc", "azuredeploy.json",
     "ARM templates of any scope, told by their content, with the linked templates of the workspace"},
    {"arm", "*.json", "azuredeploy.parameters.json",
     "a parameter file, told by its content: one environment of the template of that name, or of the only "
     "one of its "
     "folder"},
    {"bicep", "*.bicep", "main.bicep",
     "Bicep files, with the modules and documents of the workspace that they name"},
    {"bicep", "*.bicepparam", "prod.bicepparam",
     "a parameter file: one environment of the file that it is `using`"},
};

const engine::LanguageRow* language_named(std::string_view name) {
  for (const engine::LanguageRow& row : engine::languages()) {
    if (row.name == name) return &row;
  }
  return nullptr;
}

using Rows = std::vector<std::vector<std::string>>;

Result<Rows> infrastructure_rows() {
  Rows rows;
  for (const FileForm& form : file_forms) {
    const engine::LanguageRow* language = language_named(form.language);
    if (language == nullptr || !engine::is_claimed_by(*language, form.sample))
      return Error{"no language reads `" + std::string(form.sample) + "`"};
    rows.push_back({std::string(form.language), code(form.form), std::string(form.use)});
  }
  return rows;
}

std::string use_of(const knowledge::ConfigurationFileKind& kind) {
  std::string use = "settings (" + code(traits_of(kind.format).word) + ")";
  if (kind.containers_only) use = "documents that say which containers run, told by their content";
  if (!kind.profiles.empty() && !kind.names.empty())
    use += "; " + joined(code(kind.profiles)) + " beside it are laid over";
  if (!kind.in.empty()) use += "; in " + joined(code(kind.in));
  if (!kind.not_in.empty()) use += "; not in " + joined(code(kind.not_in));
  return use;
}

void add_configuration(const knowledge::ConfigurationFiles& files, Rows& rows) {
  for (const knowledge::ConfigurationFileKind& kind : files.kinds())
    rows.push_back({"config", joined(code(kind.names.empty() ? kind.profiles : kind.names)), use_of(kind)});
}

const engine::LanguageRow* language_without_row(const Rows& rows) {
  for (const engine::LanguageRow& language : engine::languages()) {
    const bool listed =
        std::ranges::any_of(rows, [&](const auto& row) { return row.front() == language.name; });
    if (!listed) return &language;
  }
  return nullptr;
}

constexpr std::string_view about_roots =
    "\nA folder that no other folder calls as a module, or that has a backend or variable files of its "
    "own, is "
    "a root. Each root is analysed once for each environment: each variable file beside it, or below it "
    "in a "
    "folder without configuration, that does not load by itself. Files in `.terraform/` are read where "
    "`modules.json` says that they are modules of the root. A plan stands for the root that declares "
    "the "
    "same resources.\n\nA file of configuration is a root with "
    "the profiles that are laid over it "
    "(`appsettings.Production.json`). Where there is a profile of production, the file alone is not "
    "judged; profiles of "
    "developers' machines, tests and documentation are not. All of it is silent where nothing speaks of "
    "Azure.\n\n";

}  // namespace

Result<std::string> files_section(const knowledge::Catalogue& catalogue) {
  Result<Rows> infrastructure = infrastructure_rows();
  if (!infrastructure) return infrastructure.error();
  Rows rows = std::move(infrastructure).value();
  add_configuration(catalogue.configuration_files(), rows);
  if (const engine::LanguageRow* left_out = language_without_row(rows))
    return Error{"the page does not say what `" + std::string(left_out->name) + "` reads"};
  return "## Files\n\n" + table({"language", "files", "read as"}, rows) + std::string(about_roots);
}

}  // namespace smtplint::docs
