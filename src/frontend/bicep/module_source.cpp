#include "frontend/bicep/module_source.h"

#include "base/path.h"

namespace smtplint::bicep {

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
  if (!path || *path == from.path || !deployment.documents.exists(*path)) return nullptr;
  const auto& document = deployment.documents.get(*path);
  if (!document) {
    deployment.note_left_out(*path, document.error().message);
    return nullptr;
  }
  deployment.note_file_read(*path);
  return document.value();
}

Module& open_file(Deployment& deployment, std::shared_ptr<const Document> document, std::uint32_t depth) {
  Module& module = deployment.open(std::move(document));
  module.depth = depth;
  for (const Statement& statement : module.document->tree->statements()) {
    if (statement.kind != StatementKind::import || statement.text == nullptr) continue;
    const auto source = plain_text(module.document->text, *statement.text);
    const bool deep = depth >= deployment.limits.module_depth;
    const auto file = source && !deep ? module_file(deployment, *module.document, *source) : nullptr;
    Module* from = file == nullptr ? nullptr : &open_file(deployment, file, depth + 1);
    for (const ImportedName& one : statement.imports)
      module.imports.emplace(one.alias, Imported{from, one.name});
  }
  return module;
}

}  // namespace smtplint::bicep
