#include "frontend/arm/documents.h"

#include <algorithm>

#include "base/letter_case.h"

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
  document->tree =
      json::parse(sources_.get(document->source).text(),
                  {.deepest = limits_.nesting, .progress_per_kilobyte = limits_.parse_progress_per_kilobyte});
  return std::shared_ptr<const Document>(std::move(document));
}

const json::Member* member(const json::Node* object, std::string_view name) {
  if (object == nullptr || object->kind != json::NodeKind::object) return nullptr;
  const json::Member* found = nullptr;
  for (const json::Member& one : object->members) {
    if (equal_ignoring_case(one.name, name)) found = &one;
  }
  return found;
}

const json::Node* property(const json::Node* object, std::string_view name) {
  const json::Member* found = member(object, name);
  return found == nullptr || found->value->kind == json::NodeKind::null ? nullptr : found->value;
}

}  // namespace smtplint::arm
