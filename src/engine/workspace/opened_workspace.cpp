#include "engine/workspace/opened_workspace.h"

#include <algorithm>

#include "base/nearest.h"
#include "base/path.h"
#include "engine/configuration/resolver.h"
#include "engine/deployments/twins.h"
#include "engine/workspace/azure_signs.h"

namespace smtplint::engine {

OpenedWorkspace::OpenedWorkspace(const Request& request, const FileSystem& files,
                                 const knowledge::Catalogue& catalogue, SourceStore& sources,
                                 ParseCache& cache)
    : request_(request),
      files_(files),
      catalogue_(catalogue),
      sources_(sources),
      cache_(cache),
      listing_(list_workspace(
          files, {catalogue.signs().skip_folders, request.paths, catalogue.limits().workspace_entries})),
      filter_(request.paths),
      signs_(catalogue.signs().mail),
      compute_signs_(catalogue.signs().compute) {
  names_configuration_ = std::ranges::any_of(listing_.paths, [this](const std::string& path) {
    return file_name(path) == configuration_file_name && filter_.takes(path);
  });
  for (const LanguageRow& row : languages()) open(row);
  for (const std::vector<OpenedRoot>* some : {&roots_, &others_}) {
    for (const OpenedRoot& root : *some) {
      if (root.row->runs_anywhere && root.shows_signs) documents_.push_back(&root);
    }
  }
}

void OpenedWorkspace::visit_infrastructure(const std::function<bool(const OpenedRoot& root)>& visit) const {
  for (const std::vector<OpenedRoot>* some : {&roots_, &others_}) {
    for (const OpenedRoot& root : *some) {
      const bool may_deploy = !root.row->runs_anywhere && shows(compute_signs_, root.files);
      if (may_deploy && !visit(root)) return;
    }
  }
}

bool OpenedWorkspace::is_named(const OpenedRoot& root) const {
  const std::less<const OpenedRoot*> before;
  return !roots_.empty() && !before(&root, &roots_.front()) && !before(&roots_.back(), &root);
}

void OpenedWorkspace::open(const LanguageRow& row) {
  std::vector<std::string> claimed;
  std::ranges::copy_if(listing_.paths, std::back_inserter(claimed),
                       [&row](const std::string& path) { return is_claimed_by(row, path); });
  if (claimed.empty()) return;
  languages_.push_back(row.open({files_, sources_, std::move(claimed), listing_.paths, catalogue_.limits(),
                                 request_, cache_, catalogue_}));
  Language* language = languages_.back().get();
  has_input_ = has_input_ || row.named_by == NamedBy::name || !language->roots().empty();
  std::set<std::string> used_here;
  for (std::size_t root = 0; root < language->roots().size(); ++root) {
    if (used_.contains(language->roots()[root].name)) continue;
    std::vector<std::string> belonging = language->files_of(root);
    used_here.insert(belonging.begin(), belonging.end());
    if (filter_.takes_any(belonging) || names_configuration_of(language->roots()[root].name)) {
      const bool signs = is_worth_a_look(row, belonging);
      roots_.push_back({&row, language, root, std::move(belonging), signs});
    } else {
      const bool signs = row.runs_anywhere && is_worth_a_look(row, belonging);
      others_.push_back({&row, language, root, std::move(belonging), signs});
    }
  }
  used_.merge(used_here);
}

std::optional<Error> OpenedWorkspace::undeclared_variable(const Request& request) const {
  if (request.variables.empty()) return std::nullopt;
  std::vector<std::string> declared;
  for (const std::unique_ptr<Language>& language : languages_) {
    const auto some = language->variables();
    if (!some) return std::nullopt;
    declared.insert(declared.end(), some->begin(), some->end());
  }
  for (const auto& [name, value] : request.variables) {
    if (std::ranges::find(declared, name) != declared.end()) continue;
    const auto nearest = nearest_name(name, std::vector<std::string_view>(declared.begin(), declared.end()));
    return Error{"`--var`: no root declares a variable `" + name + "`" +
                 (nearest ? "; did you mean `" + std::string(*nearest) + "`?" : "")};
  }
  return std::nullopt;
}

WorkspaceScripts OpenedWorkspace::scripts_of(const OpenedRoot& root) const {
  const std::string& name = root.name();
  const bool is_file = std::ranges::find(root.files, name) != root.files.end();
  return {files_, sources_, listing_.paths, is_file ? folder_of(name) : std::string_view(name),
          catalogue_.limits().file_bytes};
}

const OpenedRoot* OpenedWorkspace::code_of(const OpenedRoot& plan) const {
  if (plan.row->planned_from.empty()) return nullptr;
  std::vector<const OpenedRoot*> alike;
  std::vector<std::string> planned;
  for (const std::vector<OpenedRoot>* some : {&roots_, &others_}) {
    for (const OpenedRoot& root : *some) {
      if (root.row->name != plan.row->planned_from) continue;
      if (planned.empty()) planned = plan.language->declared(plan.index);
      if (declare_the_same(root.language->declared(root.index), planned)) alike.push_back(&root);
    }
  }
  return nearest_code(alike, plan.language->roots()[plan.index].name);
}

/// A configuration belongs to the deployments that it counts for.
bool OpenedWorkspace::names_configuration_of(const std::string& root) const {
  if (!names_configuration_) return false;
  const auto configuration = nearest_configuration(request_.configuration, files_, root);
  return configuration && filter_.takes(*configuration);
}

bool OpenedWorkspace::in_azure() {
  if (!in_azure_) in_azure_ = runs_in_azure(request_, listing_, files_, catalogue_);
  return *in_azure_;
}

bool OpenedWorkspace::is_worth_a_look(const LanguageRow& row, const std::vector<std::string>& paths) {
  return shows(signs_, paths) && (!row.runs_anywhere || in_azure());
}

bool OpenedWorkspace::shows(const ByteSearch& signs, const std::vector<std::string>& paths) const {
  return std::ranges::any_of(paths, [this, &signs](const std::string& path) {
    if (const Source* source = sources_.find(path)) return signs.found_in(source->text());
    const auto bytes = files_.read(path, catalogue_.limits().file_bytes);
    return !bytes || is_utf16(*bytes) || signs.found_in(*bytes);
  });
}

}  // namespace smtplint::engine
