#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <set>

#include "base/letter_case.h"
#include "base/path.h"
#include "frontend/bicep/bicep.h"
#include "frontend/bicep/module_source.h"
#include "frontend/bicep/named_files.h"
#include "frontend/bicep/parameter_files.h"
#include "frontend/bicep/resources.h"
#include "frontend/deployment/file_uses.h"

namespace smtplint::bicep {
namespace {

deployment::ScopeKind scope_kind_of(const Document& document) {
  for (const Statement& statement : document.tree->statements()) {
    if (statement.kind != StatementKind::target_scope || statement.value == nullptr) continue;
    const std::string scope = plain_text(document.text, *statement.value).value_or("");
    if (scope == "subscription") return deployment::ScopeKind::subscription;
    if (scope == "managementGroup") return deployment::ScopeKind::management_group;
    if (scope == "tenant") return deployment::ScopeKind::tenant;
  }
  return deployment::ScopeKind::resource_group;
}

}  // namespace

struct Project::State {
  State(const FileSystem& files, SourceStore& sources, const Limits& limits, ParseCache& cache,
        deployment::ModuleSources modules)
      : documents(files, sources, limits, cache, std::move(modules)) {}

  Documents documents;
  std::vector<Root> roots;
  deployment::FileUses uses;
};

Project::Project(const FileSystem& files, SourceStore& sources, const std::vector<std::string>& paths,
                 const Limits& limits, ParseCache& cache, const Wanted& wanted,
                 deployment::ModuleSources modules)
    : state_(std::make_unique<State>(files, sources, limits, cache, std::move(modules))) {
  std::map<std::string, std::vector<std::string>> parameter_files;
  for (const auto& [path, named] : files_named(state_->documents, paths, wanted)) {
    for (const std::string& one : named) {
      if (is_parameter_file(path)) {
        parameter_files[one].push_back(path);
      } else {
        state_->uses.add(path, one);
      }
    }
  }
  std::set<std::string> templates;
  std::ranges::remove_copy_if(paths, std::inserter(templates, templates.end()), is_parameter_file);
  for (const std::string& path : state_->uses.roots_of(templates, {})) {
    state_->roots.push_back({path,
                             deployment::environments_of(with_json_files(parameter_files[path], files, path)),
                             state_->uses.used_by(path)});
  }
}

Project::~Project() = default;

const std::vector<Root>& Project::roots() const { return state_->roots; }

Shapes Project::evaluate(const Root& root, const Environment& environment, ValueStore& store) {
  const auto& document = state_->documents.get(root.path);
  Shapes shapes;
  if (!document) {
    shapes.left_out.push_back({root.path, document.error().message});
    return shapes;
  }
  auto evaluation = std::make_shared<Evaluation>(state_->documents, store);
  Module& module = open_file(evaluation->deployment, document.value());
  module.scope.kind = scope_kind_of(**document);
  for (const std::string& file : environment.parameter_files)
    read_parameter_file(*evaluation, file, module.arguments);
  return shapes_of(*evaluation, module);
}

std::string Project::template_of(const std::string& parameter_file) {
  const auto& document = state_->documents.get(parameter_file);
  if (!document) return {};
  for (const Statement& statement : (*document)->tree->statements()) {
    if (statement.kind != StatementKind::using_ || statement.text == nullptr) continue;
    const auto source = plain_text((*document)->text, *statement.text);
    const auto path =
        source ? join_path(std::string(folder_of(parameter_file)), *source) : std::optional<std::string>();
    return path && state_->documents.exists(*path) ? *path : std::string();
  }
  return {};
}

Parameters Project::parameters(const std::string& parameter_file, ValueStore& store) {
  Evaluation evaluation(state_->documents, store);
  std::unordered_map<std::string, Value> arguments;
  read_parameter_file(evaluation, parameter_file, arguments);
  Parameters read{{arguments.begin(), arguments.end()}, {}};
  std::ranges::sort(read.values, {}, &std::pair<std::string, Value>::first);
  read.met = evaluation.deployment.met;
  return read;
}

bool is_parameter_file(std::string_view path) { return path.ends_with(".bicepparam"); }

FileNames file_names() {
  static constexpr std::array<std::string_view, 2> globs = {"*.bicep", "*.bicepparam"};
  return {.globs = globs};
}

}  // namespace smtplint::bicep
