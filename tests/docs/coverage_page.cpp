#include "docs/coverage_page.h"

#include "docs/coverage_parts.h"
#include "docs/markdown.h"
#include "engine/language.h"
#include "report/reporter.h"

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
    {"config", "appsettings*.json, local.settings*.json, config*.json, settings*.json, connections.json",
     "appsettings.json", "settings in JSON, with comments"},
    {"config",
     "application*.yml, values*.yaml, docker-compose*.yml, configuration and Kubernetes manifests by name",
     "application.yml", "settings in YAML"},
    {"config", ".env, .env.*, *.env", ".env.production", "settings as `NAME=value`"},
    {"config", "application*.properties, *mail*.properties", "application.properties",
     "settings of Java programs"},
    {"config", "web.config, app.config, *.exe.config, log4net.config, *smtp*.config", "web.config",
     "settings in XML; transformations are laid over"},
    {"config", "grafana.ini, app.ini, airflow.cfg, odoo.conf, php.ini, sendmail.ini", "grafana.ini",
     "settings in sections"},
};

const engine::LanguageRow* language_named(std::string_view name) {
  for (const engine::LanguageRow& row : engine::languages()) {
    if (row.name == name) return &row;
  }
  return nullptr;
}

Result<std::string> files_section() {
  std::vector<std::vector<std::string>> rows;
  for (const FileForm& form : file_forms) {
    const engine::LanguageRow* language = language_named(form.language);
    if (language == nullptr || !engine::is_claimed_by(*language, form.sample))
      return Error{"no language reads `" + std::string(form.sample) + "`"};
    rows.push_back({std::string(form.language), code(form.form), std::string(form.use)});
  }
  for (const engine::LanguageRow& language : engine::languages()) {
    bool listed = false;
    for (const FileForm& form : file_forms) listed = listed || form.language == language.name;
    if (!listed) return Error{"the page does not say what `" + std::string(language.name) + "` reads"};
  }
  return "## Files\n\n" + table({"language", "files", "read as"}, rows) +
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
}

std::string formats_section(const knowledge::Catalogue& catalogue) {
  std::vector<std::string> names;
  for (const report::Reporter& reporter : report::reporters()) names.push_back(code(reporter.name));
  return "## Output\n\n" + std::to_string(names.size()) + " formats: " + joined(names) +
         ". The schema of `json` is [schema/report.schema.json](schema/report.schema.json), version 1; "
         "`sarif` is "
         "version 2.1.0.\n\n" +
         std::to_string(catalogue.checks().size()) +
         " rules: [rules/](rules/README.md), each with examples that "
         "run.\n\n";
}

std::string gaps_section(const knowledge::Catalogue& catalogue) {
  std::string text = "## What smtplint cannot see\n\n";
  for (const knowledge::CoverageGap& gap : catalogue.coverage_gaps().all()) {
    std::vector<std::string> links;
    for (const std::string& source : gap.sources) {
      const std::string number = std::to_string(links.size() + 1);
      links.push_back(source.starts_with("https://") ? "[" + number + "](" + source + ")" : code(source));
    }
    text +=
        "- **" + gap.id + "** - " + gap.unseen + " *Instead:* " + gap.instead + " (" + joined(links) + ")\n";
  }
  return text + "\n";
}

}  // namespace

Result<std::string> coverage_page(const knowledge::Catalogue& catalogue) {
  const auto files = files_section();
  if (!files) return files.error();
  const knowledge::Edition& newest = catalogue.policy().newest();
  return "# Coverage\n\nWhat smtplint understands, and what it does not see. Written by `./dev docs` from "
         "the "
         "knowledge in [rules/](../rules/) and the tables of the program; a test compares.\n\nThe policy is "
         "edition " +
         newest.id + " of " + newest.date + ", [Microsoft's page](" + newest.page + ").\n\n" +
         gaps_section(catalogue) + *files + subscriptions_section(catalogue) + kinds_section(catalogue) +
         resources_section(catalogue) + frameworks_section(catalogue) + mail_servers_section(catalogue) +
         providers_section(catalogue) + functions_section(catalogue) + limits_section(catalogue.limits()) +
         formats_section(catalogue);
}

}  // namespace smtplint::docs
