#include "frontend/bicep/documents.h"

namespace smtplint::bicep {

const Result<std::shared_ptr<const Document>>& Documents::get(const std::string& path) {
  const auto known = documents_.find(path);
  return known != documents_.end() ? known->second : documents_.emplace(path, parse(path)).first->second;
}

const Result<SourceId>& Documents::text(const std::string& path) {
  const auto known = texts_.find(path);
  return known != texts_.end() ? known->second : texts_.emplace(path, read(path)).first->second;
}

Result<SourceId> Documents::read(const std::string& path) {
  auto bytes = files_.read(path, limits_.file_bytes);
  if (!bytes) return bytes.error();
  auto source = decode_source(path, std::move(bytes).value());
  if (!source) return source.error();
  return sources_.add(std::move(source).value());
}

Result<std::shared_ptr<const Document>> Documents::parse(const std::string& path) {
  const Result<SourceId>& source = text(path);
  if (!source) return source.error();
  auto document = std::make_shared<Document>();
  document->path = path;
  document->source = source.value();
  document->text = sources_.get(source.value()).text();
  document->tree = cache_.tree<Tree>("bicep", document->text, [this](std::string_view text) {
    return bicep::parse(text, limits_.parsing());
  });
  return std::shared_ptr<const Document>(std::move(document));
}

}  // namespace smtplint::bicep
