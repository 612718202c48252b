#include "lsp/document_store.h"

#include <algorithm>
#include <limits>

namespace smtplint::lsp {
namespace {

/// The protocol counts from 0 and allows any `uinteger`.
std::uint32_t one_based(const Json& number) {
  constexpr std::uint64_t largest = std::numeric_limits<std::uint32_t>::max();
  return static_cast<std::uint32_t>(std::min(number.get<std::uint64_t>(), largest - 1)) + 1;
}

std::string changed(const std::string& text, const Json& change, ColumnUnit unit) {
  std::string replacement = change.at("text").get<std::string>();
  if (!change.contains("range") || change["range"].is_null()) return replacement;
  const LineIndex lines(text);
  const std::uint32_t begin = offset_of(change.at("range").at("start"), lines, unit);
  const std::uint32_t end = std::max(begin, offset_of(change.at("range").at("end"), lines, unit));
  return text.substr(0, begin) + replacement + text.substr(end);
}

}  // namespace

std::uint32_t offset_of(const Json& position, const LineIndex& lines, ColumnUnit unit) {
  return lines.offset({one_based(position.at("line")), one_based(position.at("character"))}, unit);
}

void DocumentStore::open(Document document) {
  std::string path = document.path;
  documents_.insert_or_assign(std::move(path), std::move(document));
}

bool DocumentStore::change(const std::string& path, std::int64_t version, const Json& changes) {
  const auto found = documents_.find(path);
  if (found == documents_.end() || version < found->second.version) return false;
  std::string text = *found->second.text;
  for (const Json& change : changes) text = changed(text, change, unit_);
  found->second.text = std::make_shared<const std::string>(std::move(text));
  found->second.version = version;
  return true;
}

void DocumentStore::set_parsed(const std::string& path, std::shared_ptr<const std::string> text) {
  const auto found = documents_.find(path);
  if (found != documents_.end()) found->second.parsed = std::move(text);
}

const Document* DocumentStore::find(const std::string& path) const {
  const auto found = documents_.find(path);
  return found == documents_.end() ? nullptr : &found->second;
}

}  // namespace smtplint::lsp
