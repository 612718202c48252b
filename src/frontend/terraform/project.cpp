#include <algorithm>
#include <utility>

#include "frontend/terraform/evaluation/evaluation.h"
#include "frontend/terraform/files/roots.h"
#include "frontend/terraform/files/variable_files.h"
#include "frontend/terraform/files/workspace.h"
#include "frontend/terraform/modules/declared.h"
#include "frontend/terraform/terraform.h"

namespace smtplint::terraform {

struct Project::State {
  State(const FileSystem& files, SourceStore& sources, std::vector<std::string> paths, const Limits& limits,
        ParseCache* cache)
      : workspace(files, sources, std::move(paths), limits, cache) {}

  Workspace workspace;
};

Project::Project(const FileSystem& files, SourceStore& sources, std::vector<std::string> paths,
                 const Limits& limits, ParseCache* cache)
    : state_(std::make_unique<State>(files, sources, std::move(paths), limits, cache)) {}

Project::~Project() = default;

std::vector<Root> Project::roots() { return find_roots(state_->workspace); }

std::vector<std::string> Project::files_of(const Root& root) {
  return files_of_root(state_->workspace, root.folder);
}

bool Project::calls_remote_modules(const Root& root) {
  return root_calls_remote_modules(state_->workspace, root.folder);
}

std::optional<std::vector<std::string>> Project::variables_of(const Root& root) {
  std::vector<std::string> names;
  const ModuleSource* module = state_->workspace.module_in(root.folder);
  if (module == nullptr) return names;
  if (!module->left_out.empty() || !module->syntax_errors.empty()) return std::nullopt;
  for (const VariableDeclaration& variable : module->variables) names.emplace_back(variable.name);
  return names;
}

std::vector<std::string> Project::declared(const Root& root) {
  return declared_in_root(state_->workspace, root.folder);
}

Shapes Project::evaluate(const Root& root, const Environment& environment, const Variables& variables,
                         ValueStore& store) {
  const auto evaluation = std::make_shared<Evaluation>(state_->workspace, root.folder, store);
  const ModuleSource* module = state_->workspace.module_in(root.folder);
  if (module == nullptr) return {};
  load_variable_files(evaluation->deployment, environment);
  take_command_line(evaluation->deployment, *module, variables);
  return shapes_of(*evaluation, *module);
}

}  // namespace smtplint::terraform
