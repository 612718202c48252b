#include "frontend/config/read_files.h"

#include <algorithm>
#include <utility>

#include "frontend/config/config_maps.h"

namespace smtplint::config {

const File& ReadFiles::read(const std::string& path, Format format) {
  const auto known = read_.find(path);
  if (known != read_.end()) return known->second;
  return read_.emplace(path, read_now(path, format)).first->second;
}

File ReadFiles::read_now(const std::string& path, Format format) {
  auto bytes = files_.read(path, limits_.file_bytes);
  if (!bytes) return {no_source, {}, bytes.error().message};
  auto source = decode_source(path, std::move(bytes).value());
  if (!source) return {no_source, {}, source.error().message};
  const SourceId id = sources_.add(std::move(source).value());
  const std::string_view text = sources_.get(id).text();
  Reading reading = row_of(format).read(text, options_of(format));
  if (const std::string* mark = template_mark_in(text, reading)) {
    reading.foreign = "this is a template (`" + *mark + "`), which is no document before it is filled in";
  }
  std::erase_if(reading.documents, [this](const Node& document) { return is_something_else(document); });
  if (format == Format::yaml) {
    const auto read = [this](std::string_view name, std::string_view content) {
      return inner_file(name, content);
    };
    for (Node& document : reading.documents) expand_config_maps(text, read, document);
  }
  return {id, std::move(reading), {}};
}

ReadOptions ReadFiles::options_of(Format format) const {
  const auto words = knowledge_.words.find(format);
  return {limits_.nesting, limits_.parse_progress_per_kilobyte, limits_.nodes(),
          words == knowledge_.words.end() ? nullptr : &words->second};
}

/// A file inside another document; nothing where it does not parse as one map.
std::optional<Node> ReadFiles::inner_file(std::string_view name, std::string_view content) const {
  const auto format = knowledge_.format_of ? knowledge_.format_of(name) : std::nullopt;
  if (!format) return std::nullopt;
  Reading reading = row_of(*format).read(content, options_of(*format));
  const bool one_map = reading.problems.empty() && reading.documents.size() == 1 &&
                       reading.documents.front().kind == Node::Kind::map;
  return one_map ? std::optional(std::move(reading.documents.front())) : std::nullopt;
}

/// A template that is a document too is taken as it stands; nullptr for it.
const std::string* ReadFiles::template_mark_in(std::string_view text, const Reading& reading) const {
  if (reading.problems.empty()) return nullptr;
  const auto mark = std::ranges::find_if(knowledge_.template_marks, [text](const std::string& one) {
    return text.find(one) != std::string_view::npos;
  });
  return mark == knowledge_.template_marks.end() ? nullptr : &*mark;
}

bool ReadFiles::is_something_else(const Node& document) const {
  const auto schema = std::ranges::find(document.members, "$schema", &Member::name);
  return schema != document.members.end() && knowledge_.is_other_schema(schema->value.text);
}

}  // namespace smtplint::config
