#include <algorithm>
#include <set>

#include "base/letter_case.h"
#include "base/path.h"
#include "frontend/arm/arm.h"
#include "frontend/arm/parameter_file.h"
#include "frontend/arm/recognition.h"
#include "frontend/arm/resources.h"
#include "frontend/arm/shapes.h"
#include "frontend/deployment/file_uses.h"
#include "frontend/deployment/json_values.h"

namespace smtplint::arm {
namespace {

/// `$schema` and `contentVersion` stand in the first lines.
constexpr std::size_t head_bytes = 2048;

/// The folder that a parameter file describes: its own, or that around `parameters/`.
std::string_view described_folder(std::string_view path) {
  const std::string_view folder = folder_of(path);
  const std::string last = lower_case(file_name(folder));
  return last == "params" || last == "parameters" ? folder_of(folder) : folder;
}

/// The same stem with `.parameters` or a suffix.
bool has_stem(std::string_view parameters, std::string_view deployment_template) {
  const std::string stem = lower_case(deployment::without(file_name(deployment_template), ".json"));
  const std::string name = lower_case(file_name(parameters));
  return name.starts_with(stem) && name.size() > stem.size() &&
         std::string_view(".-_").find(name[stem.size()]) != std::string_view::npos;
}

/// `{name: {value}}` as `{name: value}`
Value plain_outputs(Value outputs, ValueStore& store) {
  if (!outputs.is_mapping()) return outputs;
  std::vector<Entry> entries;
  for (const Entry& entry : outputs.entries())
    entries.push_back({entry.key, entry.value.find_ignoring_case("value"), entry.key_place});
  return store.mapping(ValueType::object, entries, outputs.provenance());
}

/// Whether the bytes of a template hold the name of what links it to another one. Texts of two bytes a letter
/// are not looked into: they may.
bool may_link(const FileSystem& files, const std::string& path, std::uint64_t largest) {
  constexpr std::string_view link = "\"templateLink\"";
  const Result<std::string> bytes = files.read(path, largest);
  if (!bytes) return false;
  if (bytes->find('\0') != std::string::npos) return true;
  for (std::size_t at = bytes->find('"'); at != std::string::npos; at = bytes->find('"', at + 1)) {
    if (equal_ignoring_case(std::string_view(*bytes).substr(at, link.size()), link)) return true;
  }
  return false;
}

}  // namespace

struct Project::State {
  State(const FileSystem& files, SourceStore& sources, const Limits& limits)
      : documents(files, sources, limits) {}

  void find_links(const std::set<std::string>& templates) {
    for (const std::string& path : templates) {
      // A template that names another one in its prose does not use it.
      if (!may_link(documents.file_system(), path, documents.limits().file_bytes)) continue;
      const auto& document = documents.get(path);
      if (!document) continue;
      const std::string_view text = documents.sources().get((*document)->source).text();
      for (std::size_t end = text.find(".json"); end != std::string_view::npos;
           end = text.find(".json", end + 5)) {
        std::size_t begin = end;
        const auto in_name = [](char c) {
          return c != '\'' && c != '"' && c != '[' && c != '(' && c != '{' && c != '}' && c != '\n' &&
                 c != ':';
        };
        while (begin > 0 && end - begin < 256 && in_name(text[begin - 1])) --begin;
        std::string_view name = text.substr(begin, end + 5 - begin);
        while (name.starts_with('/')) name.remove_prefix(1);
        const auto target = join_path(std::string(folder_of(path)), name);
        if (target && templates.contains(*target)) links.add(path, *target);
      }
    }
  }

  [[nodiscard]] std::vector<Environment> environments_of(const std::string& path,
                                                         const std::set<std::string>& templates) const {
    const auto same_folder = [&path](const std::string& other) {
      return folder_of(other) == folder_of(path);
    };
    const bool alone = std::ranges::count_if(templates, same_folder) == 1;
    std::vector<std::string> own;
    std::ranges::copy_if(parameter_files, std::back_inserter(own), [&](const std::string& file) {
      return described_folder(file) == folder_of(path) && (alone || has_stem(file, path));
    });
    return deployment::environments_of(own);
  }

  void add_root(const std::string& path, const std::set<std::string>& templates) {
    roots.push_back({path, environments_of(path, templates), links.used_by(path), links.is_used(path)});
  }

  /// Of what the Bicep compiler wrote: the file of the same stem, or `main.bicep` beside `azuredeploy.json`.
  [[nodiscard]] std::string source_of(const std::string& path) {
    const auto& document = documents.get(path);
    const json::Node* metadata = document ? property((*document)->object(), "metadata") : nullptr;
    const json::Node* name = property(property(metadata, "_generator"), "name");
    if (name == nullptr || lower_case(name->text) != "bicep") return {};
    const std::string folder(folder_of(path));
    const std::string stem(deployment::without(file_name(path), ".json"));
    for (const std::string& candidate :
         {stem, std::string(lower_case(stem) == "azuredeploy" ? "main" : "")}) {
      const auto source = candidate.empty() ? std::nullopt : join_path(folder, candidate + ".bicep");
      if (source && documents.exists(*source)) return *source;
    }
    return {};
  }

  /// Opens the template of a file; false where it is none.
  static bool open_file(Evaluation& evaluation, const std::string& path, Template& used) {
    Deployment& deployment = evaluation.deployment;
    const auto& document = deployment.documents.get(path);
    if (!document || (*document)->object() == nullptr) {
      deployment.note_left_out(path, document ? "this is no template" : document.error().message);
      return false;
    }
    for (const json::SyntaxError& error : (*document)->tree->errors())
      deployment.add_event({EventKind::syntax_error, {(*document)->source, error.span}, error.message});
    used.node = (*document)->object();
    used.source = (*document)->source;
    used.path = path;
    return true;
  }

  /// Opens a template that stands in a text.
  static bool open_text(Evaluation& evaluation, Value text, const std::string& path, Template& used) {
    Deployment& deployment = evaluation.deployment;
    const deployment::Limits& limits = deployment.limits;
    used.tree = deployment::parse_json_text(deployment.store, text, limits.parsing());
    used.text = text;
    used.path = path;
    for (const json::SyntaxError& error : used.tree->errors())
      deployment.add_event({EventKind::syntax_error, deployment.place(used, error.span), error.message});
    used.node = used.tree->root();
    return used.node != nullptr && used.node->kind == json::NodeKind::object;
  }

  Documents documents;
  std::vector<Root> roots;
  std::vector<std::string> parameter_files;
  deployment::FileUses links;
};

Project::Project(const FileSystem& files, SourceStore& sources, const std::vector<std::string>& paths,
                 const Limits& limits)
    : state_(std::make_unique<State>(files, sources, limits)) {
  std::set<std::string> templates;
  for (const std::string& path : paths) {
    const auto head = files.head(path, head_bytes);
    const DocumentKind kind = head ? kind_of(*head) : DocumentKind::other;
    if (kind == DocumentKind::deployment_template) templates.insert(path);
    if (kind == DocumentKind::parameters) state_->parameter_files.push_back(path);
  }
  state_->find_links(templates);
  std::set<std::string> named;
  for (const std::string& path : templates)
    state_->links.is_used(path) ? (void)named.insert(path) : state_->add_root(path, templates);
  for (const std::string& path : state_->links.users_first(named)) state_->add_root(path, templates);
}

Project::~Project() = default;

const std::vector<Root>& Project::roots() const { return state_->roots; }

std::string Project::compiled_from(const Root& root) const { return state_->source_of(root.path); }

Shapes Project::evaluate(const Root& root, const Environment& environment, ValueStore& store) {
  auto evaluation = std::make_shared<Evaluation>(state_->documents, store);
  Template& used = evaluation->deployment.new_template();
  if (!State::open_file(*evaluation, root.path, used)) {
    Shapes nothing;
    nothing.left_out = evaluation->deployment.met.left_out;
    return nothing;
  }
  used.names = &used;
  used.scope.kind = scope_kind_of(used.node, deployment::ScopeKind::resource_group);
  for (const std::string& file : environment.parameter_files)
    read_parameter_file(evaluation->deployment, file, used.arguments);
  for (const auto& [name, value] : environment.arguments) used.arguments[lower_case(name)] = value;
  return shapes_of(*evaluation, used);
}

deployment::TemplateOutcome Project::evaluate(const deployment::TemplateUse& use, ValueStore& store) {
  auto evaluation = std::make_shared<Evaluation>(state_->documents, store);
  Template& used = evaluation->deployment.new_template();
  const bool opened = use.text.is_absent() ? State::open_file(*evaluation, use.path, used)
                                           : State::open_text(*evaluation, use.text, use.path, used);
  deployment::TemplateOutcome result;
  if (!opened) {
    result.shapes.events = evaluation->deployment.met.events;
    result.shapes.left_out = evaluation->deployment.met.left_out;
    return result;
  }
  if (use.text.is_absent()) evaluation->deployment.note_file_read(use.path);
  used.names = &used;
  used.address = use.address;
  used.existence = use.existence;
  used.more_arguments = use.more_arguments;
  if (use.scope) used.scope = *use.scope;
  if (!use.scope) used.scope.kind = scope_kind_of(used.node, deployment::ScopeKind::resource_group);
  for (const auto& [name, value] : use.arguments) used.arguments[lower_case(name)] = value;
  result.shapes = shapes_of(*evaluation, used);
  result.outputs = plain_outputs(evaluation->evaluator.outputs(used), store);
  return result;
}

}  // namespace smtplint::arm
