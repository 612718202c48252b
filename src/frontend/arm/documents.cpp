#include "frontend/arm/documents.h"

namespace smtplint::arm {

const Result<std::shared_ptr<const Document>>& Documents::get(const std::string& path) {
  const auto known = read_.find(path);
  return known != read_.end() ? known->second : read_.emplace(path, read(path)).first->second;
}

Result<std::shared_ptr<const Document>> Documents::read(const std::string& path) {
  auto bytes = files_.read(path, limits_.file_bytes);
  if (!bytes) return bytes.error();
  auto source = decode_source(path, std::move(bytes).value());
  if (!source) return source.error();
  auto document = std::make_shared<Document>();
  document->path = path;
  document->source = sources_.add(std::move(source).value());
  document->tree = json::parse(sources_.get(document->source).text(), limits_.parsing());
  return std::shared_ptr<const Document>(std::move(document));
}

}  // namespace smtplint::arm
