#include "frontend/bicep/parameter_files.h"

#include <algorithm>
#include <iterator>

#include "base/letter_case.h"
#include "base/path.h"
#include "frontend/bicep/module_source.h"
#include "frontend/deployment/parameter_file.h"

namespace smtplint::bicep {
namespace {

/// `main.parameters.json`, `main.prod.parameters.json` beside or below `parameters/`.
std::vector<std::string> json_files_of(const FileSystem& files, const std::string& path) {
  std::vector<std::string> found;
  const std::string stem = lower_case(deployment::without(file_name(path), ".bicep")) + ".";
  for (const std::string_view below : {"", "parameters", "params"}) {
    const auto folder = join_path(std::string(folder_of(path)), below.empty() ? "." : below);
    const auto entries = folder ? files.list(*folder) : std::vector<FolderEntry>{};
    for (const FolderEntry& entry : entries) {
      const std::string name = lower_case(entry.name);
      if (name.starts_with(stem) && name.ends_with(".parameters.json"))
        found.push_back(folder->empty() ? entry.name : *folder + "/" + entry.name);
    }
  }
  return found;
}

void read_json_parameters(Evaluation& evaluation, const std::string& path,
                          std::unordered_map<std::string, Value>& arguments) {
  Deployment& deployment = evaluation.deployment;
  const Result<SourceId>& source = deployment.documents.text(path);
  if (!source) return deployment.note_left_out(path, source.error().message);
  deployment.note_file_read(path);
  const auto tree =
      json::parse(deployment.documents.sources().get(source.value()).text(), deployment.limits.parsing());
  for (const json::SyntaxError& error : tree->errors())
    deployment.add_event({EventKind::syntax_error, {source.value(), error.span}, error.message});
  const auto given = deployment::parameters_in(deployment.store, tree->root(), source.value(), "");
  if (!given) return deployment.note_left_out(path, "this is no parameter file");
  for (const deployment::GivenParameter& one : *given) arguments[std::string(one.name)] = one.value;
}

}  // namespace

std::vector<std::string> with_json_files(std::vector<std::string> naming, const FileSystem& files,
                                         const std::string& path) {
  std::ranges::move(json_files_of(files, path), std::back_inserter(naming));
  std::ranges::sort(naming);
  return naming;
}

void read_parameter_file(Evaluation& evaluation, const std::string& path,
                         std::unordered_map<std::string, Value>& arguments) {
  if (!path.ends_with(".bicepparam")) return read_json_parameters(evaluation, path, arguments);
  Deployment& deployment = evaluation.deployment;
  const auto& document = deployment.documents.get(path);
  if (!document) return deployment.note_left_out(path, document.error().message);
  deployment.note_file_read(path);
  Module& file = open_file(deployment, document.value());
  for (const Statement& statement : file.document->tree->statements()) {
    if (statement.kind != StatementKind::extends || statement.text == nullptr) continue;
    const auto base = plain_text(file.document->text, *statement.text);
    const auto base_path = base ? join_path(std::string(folder_of(path)), *base) : std::nullopt;
    if (base_path && *base_path != path && deployment.documents.exists(*base_path)) {
      const auto& extended = deployment.documents.get(*base_path);
      if (extended) evaluation.evaluator.read_parameters(open_file(deployment, extended.value()), arguments);
      deployment.note_file_read(*base_path);
    }
  }
  evaluation.evaluator.read_parameters(file, arguments);
}

}  // namespace smtplint::bicep
