#include "frontend/bicep/parameter_files.h"

#include <algorithm>
#include <array>

#include "base/letter_case.h"
#include "base/path.h"
#include "frontend/bicep/module_source.h"
#include "frontend/deployment/json_values.h"
#include "value/text.h"

namespace smtplint::bicep {
namespace {

std::string_view without(std::string_view name, std::string_view ending) {
  const bool has = name.size() > ending.size() && lower_case(name).ends_with(ending);
  return has ? name.substr(0, name.size() - ending.size()) : name;
}

std::string environment_name(std::string_view path) {
  return std::string(without(without(without(file_name(path), ".bicepparam"), ".json"), ".parameters"));
}

/// `main.parameters.json`, `main.prod.parameters.json` beside or below `parameters/`.
std::vector<std::string> json_files_of(const FileSystem& files, const std::string& path) {
  std::vector<std::string> found;
  const std::string stem = lower_case(without(file_name(path), ".bicep")) + ".";
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
  ValueStore& store = deployment.store;
  const Result<SourceId>& source = deployment.documents.text(path);
  if (!source) return deployment.note_left_out(path, source.error().message);
  deployment.note_file_read(path);
  const std::string_view chars = deployment.documents.sources().get(source.value()).text();
  const Place whole{source.value(), {0, static_cast<std::uint32_t>(chars.size())}};
  TextBuilder builder(store);
  const ProvenanceId literal = store.step(How::literal, whole);
  builder.verbatim(chars, whole, literal);
  const Value document =
      deployment::read_json(store, builder.finish(literal), deployment.limits.nesting, "json", whole);
  const Value parameters = document.is_mapping() ? document.find_ignoring_case("parameters") : Value();
  if (!parameters.is_mapping()) return deployment.note_left_out(path, "this is no parameter file");
  for (const Entry& entry : parameters.entries()) {
    const Value written = entry.value.is_mapping() ? entry.value.find_ignoring_case("value") : Value();
    const std::string_view name = store.keep(entry.key);
    arguments[std::string(name)] = written.is_absent()
                                       ? store.unknown(ReasonKind::secret, name, entry.key_place)
                                       : store.with_step(written, How::assignment, entry.key_place, name);
  }
}

}  // namespace

std::vector<Environment> environments_of(const std::vector<std::string>& naming, const FileSystem& files,
                                         const std::string& path) {
  std::vector<std::string> all = naming;
  for (std::string& file : json_files_of(files, path)) all.push_back(std::move(file));
  std::ranges::sort(all);
  std::vector<Environment> found;
  for (const std::string& file : all) {
    std::string name = environment_name(file);
    const bool says_nothing = name == "main" || name == "parameters";
    const bool taken = std::ranges::find(found, name, &Environment::name) != found.end();
    found.push_back({says_nothing || taken ? std::string(without(file, ".json")) : name, {file}});
  }
  if (found.empty()) found.push_back({"", {}});
  return found;
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
