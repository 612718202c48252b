#include "engine/debug/debug.h"

#include <algorithm>

#include "engine/debug/value_text.h"
#include "engine/deployments/models.h"
#include "engine/languages/limits.h"
#include "engine/workspace/opened_workspace.h"
#include "model/model.h"
#include "syntax/bicep/dump.h"
#include "syntax/hcl/dump.h"
#include "syntax/parse_cache.h"

namespace smtplint::engine {
namespace {

std::string position(const SourceStore& sources, Place place) {
  if (!place.known()) return "?";
  const Source& source = sources.get(place.source);
  const Position at = source.lines().position(place.span.begin, ColumnUnit::unicode_scalar);
  return source.path() + ":" + std::to_string(at.line) + ":" + std::to_string(at.column);
}

std::string chain_text(const ValueStore& store, const SourceStore& sources, Value value) {
  std::string text;
  for (const Step& step : store.provenance().chain(value.provenance())) {
    text += (text.empty() ? "" : " -> ") + position(sources, step.place);
  }
  return text;
}

std::string resources_text(const Shapes& shapes, const knowledge::KeyWords& words) {
  std::string text;
  for (const Resource& resource : shapes.resources) {
    text += resource.address + " (" + resource.type + ")\n";
    for (const std::string_view name : resource.properties->names()) {
      text +=
          "  " + std::string(name) + " = " + value_text(name, resource.properties->get(name), words) + "\n";
    }
  }
  return text;
}

/// Every property with the way its value took.
std::string evaluation_text(const Shapes& shapes, const ValueStore& store, const SourceStore& sources,
                            const knowledge::KeyWords& words) {
  std::string text;
  for (const Resource& resource : shapes.resources) {
    text += resource.address + " at " + position(sources, resource.place) + "\n";
    for (const std::string_view name : resource.properties->names()) {
      const Value value = resource.properties->get(name);
      text += "  " + std::string(name) + " = " + value_text(name, value, words) + "  <- " +
              chain_text(store, sources, value) + "\n";
    }
  }
  return text;
}

Result<std::string> models(const Request& request, const FileSystem& files,
                           const knowledge::Catalogue& catalogue) {
  SourceStore sources;
  std::string text;
  const auto show = [&text](DeploymentModel& deployment) {
    text += heading(deployment.name) + model::dump(deployment.model);
  };
  if (auto error = for_each_model(request, files, catalogue, sources, show)) return *error;
  return text;
}

std::string tree_text(std::string_view path, std::string_view text, const syntax::ParseLimits& limits) {
  if (path.ends_with(".bicep") || path.ends_with(".bicepparam"))
    return bicep::dump(*bicep::parse(text, limits));
  return hcl::dump(*hcl::parse_file(text, limits), text);
}

Result<std::string> trees(const Request& request, const FileSystem& files,
                          const knowledge::Catalogue& catalogue) {
  const PathFilter filter(request.paths);
  std::string text;
  const Listing listing{catalogue.signs().skip_folders, request.paths, catalogue.limits().workspace_entries};
  for (const std::string& path : list_workspace(files, listing).paths) {
    const bool has_tree = std::ranges::any_of(languages(), [&path](const LanguageRow& row) {
      return row.named_by == NamedBy::name && row.may_claim(path);
    });
    if (!filter.takes(path) || !has_tree || path.ends_with(".json")) continue;
    auto bytes = files.read(path, catalogue.limits().file_bytes);
    if (!bytes) return bytes.error();
    const auto source = decode_source(path, std::move(bytes).value());
    if (!source) return source.error();
    text += "# " + path + "\n" + tree_text(path, (*source)->text(), parse_limits(catalogue.limits()));
  }
  return text;
}

}  // namespace

Result<std::string> debug(Stage stage, const Request& request, const FileSystem& files,
                          const knowledge::Catalogue& catalogue) {
  if (stage == Stage::tree) return trees(request, files, catalogue);
  if (stage == Stage::model) return models(request, files, catalogue);
  SourceStore sources;
  ParseCache cache;
  const OpenedWorkspace workspace(request, files, catalogue, sources, cache);
  std::string text;
  FilesRead read;
  for (const OpenedRoot& root : workspace.roots()) {
    if (read.have_part(root)) continue;
    for (const std::string& environment : root.language->roots()[root.index].environments) {
      ValueStore store;
      const Shapes shapes = root.language->evaluate({root.index, environment}, store);
      text += heading({root.name().empty() ? "." : root.name(), environment}) +
              (stage == Stage::resources ? resources_text(shapes, catalogue.key_words())
                                         : evaluation_text(shapes, store, sources, catalogue.key_words()));
      read.note(shapes);
    }
  }
  return text;
}

}  // namespace smtplint::engine
