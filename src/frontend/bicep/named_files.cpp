#include "frontend/bicep/named_files.h"

#include <optional>
#include <set>

#include "frontend/bicep/file_glance.h"
#include "frontend/bicep/module_source.h"

namespace smtplint::bicep {
namespace {

using Named = std::map<std::string, std::vector<std::string>>;

/// The files that a source may stand for: a template of Bicep or in JSON, of the workspace or kept of a
/// registry.
void add_files(Documents& documents, const std::string& from, const std::string& source,
               std::vector<std::string>& found) {
  for (const auto& path : {local_path(from, source), template_path(from, source)})
    if (path) found.push_back(*path);
  const auto registry = documents.registries().reference(source, from);
  if (registry && !registry->cache.empty()) found.push_back(registry->cache + "/" + registry->cached_file());
}

std::vector<std::string> named_by(Documents& documents, const Document& document) {
  std::vector<std::string> found;
  for (const Statement& statement : document.tree->statements()) {
    const bool names = statement.kind == StatementKind::module || statement.kind == StatementKind::import ||
                       statement.kind == StatementKind::using_ || statement.kind == StatementKind::test;
    const auto source =
        names && statement.text != nullptr ? plain_text(document.text, *statement.text) : std::nullopt;
    if (source) add_files(documents, document.path, *source, found);
  }
  return found;
}

std::vector<std::string> parsed(Documents& documents, const std::string& path) {
  const auto& document = documents.get(path);
  return document ? named_by(documents, **document) : std::vector<std::string>{};
}

/// As far as bytes tell; a parse tells where they do not.
std::vector<std::string> glanced_at(Documents& documents, const std::string& path) {
  const Result<SourceId>& source = documents.text(path);
  if (!source) return {};
  const auto sources = sources_named_in(documents.sources().get(source.value()).text());
  if (!sources) return parsed(documents, path);
  std::vector<std::string> found;
  for (const std::string& one : *sources) add_files(documents, path, one, found);
  return found;
}

/// All that hangs together with the files that are wanted.
std::set<std::string> reached(const Named& named, const std::vector<std::string>& paths,
                              const Wanted& wanted) {
  Named neighbours = named;
  for (const auto& [path, targets] : named)
    for (const std::string& target : targets) neighbours[target].push_back(path);
  std::set<std::string> found;
  std::vector<std::string> open;
  for (const std::string& path : paths)
    if (wanted(path) && found.insert(path).second) open.push_back(path);
  while (!open.empty()) {
    const std::string path = std::move(open.back());
    open.pop_back();
    for (const std::string& next : neighbours[path])
      if (found.insert(next).second) open.push_back(next);
  }
  return found;
}

}  // namespace

std::map<std::string, std::vector<std::string>> files_named(Documents& documents,
                                                            const std::vector<std::string>& paths,
                                                            const Wanted& wanted) {
  Named named;
  for (const std::string& path : paths)
    named[path] = wanted ? glanced_at(documents, path) : parsed(documents, path);
  if (!wanted) return named;
  const std::set<std::string> exact = reached(named, paths, wanted);
  for (auto& [path, targets] : named)
    if (exact.contains(path) && !targets.empty()) targets = parsed(documents, path);
  return named;
}

}  // namespace smtplint::bicep
