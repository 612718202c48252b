#include "frontend/bicep/module_source.h"

#include "base/limit.h"
#include "base/path.h"

namespace smtplint::bicep {
namespace {

/// At each of its links, so that whoever changes one of the files learns of it.
void say_circle(Deployment& deployment, const std::string& sentence, const std::vector<Place>& links) {
  for (const Place link : links) deployment.add_event({EventKind::syntax_error, link, sentence});
}

}  // namespace

std::optional<std::string> local_path(std::string_view from, std::string_view source) {
  const bool remote = source.find(':') != std::string_view::npos;
  if (remote || !source.ends_with(".bicep")) return std::nullopt;
  return join_path(std::string(folder_of(from)), source);
}

std::optional<std::string> template_path(std::string_view from, std::string_view source) {
  const bool remote = source.find(':') != std::string_view::npos;
  const bool json = source.ends_with(".json") || source.ends_with(".jsonc");
  if (remote || !json) return std::nullopt;
  return join_path(std::string(folder_of(from)), source);
}

std::shared_ptr<const Document> module_file(Deployment& deployment, const Document& from,
                                            std::string_view source) {
  const auto path = local_path(from.path, source);
  if (!path || !deployment.documents.exists(*path)) return nullptr;
  const auto& document = deployment.documents.get(*path);
  if (!document) {
    deployment.note_left_out(*path, document.error().message);
    return nullptr;
  }
  deployment.note_file_read(*path);
  return document.value();
}

bool closes_circle(Deployment& deployment, const Module& user, const Document& used, Place place) {
  std::string chain = "`" + used.path + "`";
  std::vector<Place> links{place};
  for (const Module* at = &user; at != nullptr; at = at->outer) {
    chain.insert(0, "`" + at->document->path + "` -> ");
    if (at->document->path == used.path) {
      say_circle(deployment, "modules use one another in a circle: " + chain, links);
      return true;
    }
    links.push_back(at->used_at);
  }
  return false;
}

namespace {

/// Files that import from one another: this one is being opened for those above it.
struct Importing {
  const Document& document;
  const Importing* above = nullptr;
  Place imported_at = {};  ///< by the one above
};

bool closes_circle(Deployment& deployment, const Importing& importing, const Document& imported,
                   Place place) {
  std::string chain = "`" + imported.path + "`";
  std::vector<Place> links{place};
  for (const Importing* at = &importing; at != nullptr; at = at->above) {
    chain.insert(0, "`" + at->document.path + "` -> ");
    if (at->document.path == imported.path) {
      say_circle(deployment, "files import from one another in a circle: " + chain, links);
      return true;
    }
    links.push_back(at->imported_at);
  }
  return false;
}

Module& open_importing(Deployment& deployment, std::shared_ptr<const Document> document,
                       const Importing* above, Place imported_at);

/// What a file exports depends on no arguments: it is opened once for all that import from it.
Module* imported(Deployment& deployment, const Importing& importing, const Statement& statement,
                 std::uint32_t depth) {
  const Document& from = importing.document;
  const auto source = plain_text(from.text, *statement.text);
  const auto file = source ? module_file(deployment, from, *source) : nullptr;
  if (file == nullptr) return nullptr;
  const Place place = from.place(statement.text->span);
  if (closes_circle(deployment, importing, *file, place)) return nullptr;
  if (const auto known = deployment.imported.find(file->path); known != deployment.imported.end())
    return known->second;
  if (depth >= deployment.limits.module_depth) {
    static_cast<void>(deployment.cut_off(Limit::module_depth, place));
    return nullptr;
  }
  Module& opened = open_importing(deployment, file, &importing, place);
  deployment.imported.emplace(file->path, &opened);
  return &opened;
}

std::uint32_t depth_of(const Importing* importing) {
  std::uint32_t depth = 0;
  for (; importing != nullptr; importing = importing->above) ++depth;
  return depth;
}

Module& open_importing(Deployment& deployment, std::shared_ptr<const Document> document,
                       const Importing* above, Place imported_at) {
  Module& module = deployment.open(std::move(document));
  module.depth = depth_of(above);
  const Importing importing{*module.document, above, imported_at};
  for (const Statement& statement : module.document->tree->statements()) {
    if (statement.kind != StatementKind::import || statement.text == nullptr) continue;
    Module* from = imported(deployment, importing, statement, module.depth);
    for (const ImportedName& one : statement.imports)
      module.imports.emplace(one.alias, Imported{from, one.name});
  }
  return module;
}

}  // namespace

Module& open_file(Deployment& deployment, std::shared_ptr<const Document> document) {
  return open_importing(deployment, std::move(document), nullptr, {});
}

}  // namespace smtplint::bicep
