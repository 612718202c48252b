#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "base/glob.h"
#include "base/limit.h"
#include "base/path.h"
#include "frontend/bicep/evaluator.h"
#include "frontend/deployment/json_values.h"
#include "frontend/yaml_values.h"
#include "value/segments.h"
#include "value/text.h"

/// Functions that read files of the workspace.
namespace smtplint::bicep {

namespace {

/// The part of a document that a path of names and numbers leads to, `$.mail.ports[0]`; nothing where the
/// path says more than that. Absent where there is no such part.
std::optional<Value> selected(Value document, std::string_view path) {
  if (path.starts_with('$')) path.remove_prefix(1);
  while (!path.empty()) {
    const bool bracket = path.starts_with('[');
    if (bracket || path.starts_with('.')) path.remove_prefix(1);
    const std::size_t end = std::min(bracket ? path.find(']') : path.find_first_of(".["), path.size());
    std::string_view step = path.substr(0, end);
    path.remove_prefix(std::min(end + (bracket ? 1 : 0), path.size()));
    const bool quoted = step.size() > 1 && step.front() == '\'' && step.back() == '\'';
    if (quoted) step = step.substr(1, step.size() - 2);
    std::size_t index = 0;
    const auto [behind, error] = std::from_chars(step.data(), step.data() + step.size(), index);
    const bool number = error == std::errc{} && behind == step.data() + step.size();
    if (step.empty() || step.find_first_of("*?@:,") != std::string_view::npos) return std::nullopt;
    if (bracket && !quoted && !number) return std::nullopt;
    if (number && document.is_sequence()) {
      document = index < document.items().size() ? document.items()[index] : Value();
    } else {
      document = document.is_mapping() ? document.find(step) : Value();
    }
  }
  return document;
}

/// Whether a pattern for names means the same wherever a template is compiled.
bool is_plain_pattern(std::string_view pattern) {
  return pattern.find_first_of("?[\\/") == std::string_view::npos &&
         pattern.find(".*") == std::string_view::npos && !pattern.ends_with('.');
}

/// Bicep sorts so, which puts `_` behind all letters.
std::string in_capitals(std::string text) {
  for (char& c : text) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  return text;
}

std::string_view extension_of(std::string_view name) {
  const std::size_t dot = name.rfind('.');
  return dot == std::string_view::npos || dot + 1 == name.size() ? std::string_view() : name.substr(dot);
}

}  // namespace

Value Evaluator::load(std::string_view name, std::span<const Value> arguments, Place place,
                      const Frame& frame) {
  if (name == "loadDirectoryFileInfo" && !arguments.empty()) return file_infos(arguments, place, frame);
  const bool document = name == "loadJsonContent" || name == "loadYamlContent";
  const bool reads = document || name == "loadTextContent" || name == "loadFileAsBase64";
  const auto unsupported = [&] {
    return store().unknown(ReasonKind::unsupported_function, store().keep(name), place);
  };
  if (!reads || arguments.empty()) return unsupported();
  const Value text = loaded_text(name, arguments[0], place, frame);
  if (!text.is(ValueType::string)) return text;
  if (name == "loadTextContent") return text;
  if (!document) return plain_call("base64", std::array{text}, place, frame);
  const Value whole = loaded_document(name, text, place);
  if (arguments.size() < 2 || arguments[1].is_unset() || whole.is_unknown()) return whole;
  if (!arguments[1].is(ValueType::string) || !arguments[1].wholly_known()) return unsupported();
  const std::optional<Value> part = selected(whole, arguments[1].text().chars);
  if (!part) return unsupported();
  return part->is_absent() ? deployment_.refuse("there is nothing at that path of the document", place)
                           : *part;
}

Value Evaluator::loaded_document(std::string_view name, Value text, Place place) {
  if (name == "loadJsonContent")
    return deployment::read_json(store(), text, deployment_.limits.nesting, name, place);
  const YamlReading reading{store(),
                            deployment_.budget,
                            deployment_.limits.expansion,
                            store().keep(name),
                            place,
                            store().step(How::document, place, store().keep(name)),
                            resolve_core_yaml};
  const std::optional<Value> document = read_yaml(reading, text);
  return document ? *document : deployment_.refuse("the file is no YAML document", place);
}

Value Evaluator::loaded_text(std::string_view name, Value path, Place place, const Frame& frame) {
  if (!path.is(ValueType::string) || path.text().has_holes()) {
    const Reason* reason = why_unknown(store(), path, place);
    return reason != nullptr ? store().unknown(reason) : deployment_.refuse("a path is a string", place);
  }
  const auto missing = [&] {
    return store().unknown(ReasonKind::missing_file, store().keep(path.text().chars), place);
  };
  const auto file = join_path(std::string(folder_of(frame.own->document->path)), path.text().chars);
  if (!file || !deployment_.documents.exists(*file)) return missing();
  const Result<SourceId>& source = deployment_.documents.text(*file);
  if (!source) {
    deployment_.note_left_out(*file, source.error().message);
    return missing();
  }
  deployment_.note_file_read(*file);
  const std::string_view chars = deployment_.documents.sources().get(source.value()).text();
  const Place whole{source.value(), {0, static_cast<std::uint32_t>(chars.size())}};
  const ProvenanceId literal = store().step(How::literal, whole);
  TextBuilder builder(store());
  builder.verbatim(chars, whole, literal);
  return builder.finish(store().step(How::file, place, store().keep(name), literal));
}

/// The files right in a folder of the workspace, in the order in which Bicep lists them.
Value Evaluator::file_infos(std::span<const Value> arguments, Place place, const Frame& frame) {
  for (const Value argument : arguments) {
    const Reason* reason = why_unknown(store(), argument, place);
    if (reason != nullptr) return store().unknown(reason);
    if (!argument.is(ValueType::string)) return deployment_.refuse("a path is a string", place);
  }
  const std::string_view written = arguments[0].text().chars;
  std::string_view pattern = arguments.size() > 1 ? arguments[1].text().chars : "*";
  if (pattern.empty() || pattern == "*.*") pattern = "*";
  if (!is_plain_pattern(pattern))
    return store().unknown(ReasonKind::unsupported_function, "loadDirectoryFileInfo", place);
  const std::string_view own = folder_of(frame.own->document->path);
  const auto folder = join_path(std::string(own), written);
  const FileSystem& files = deployment_.documents.file_system();
  if (!folder || (!folder->empty() && files.kind(*folder) != EntryKind::folder))
    return store().unknown(ReasonKind::missing_file, store().keep(written), place);
  std::vector<FolderEntry> listed = files.list(*folder);
  std::ranges::stable_sort(listed, {}, [](const FolderEntry& one) { return in_capitals(one.name); });
  const ProvenanceId origin = store().step(How::file, place, "loadDirectoryFileInfo");
  std::vector<Value> items;
  const Reason* rest = nullptr;
  for (const FolderEntry& one : listed) {
    if (one.kind == EntryKind::link_outside && glob_matches(pattern, one.name))
      rest = store().reason(ReasonKind::missing_file, store().keep(one.name), place);
    if (one.kind != EntryKind::file || !glob_matches(pattern, one.name)) continue;
    if (items.size() == deployment_.limits.expansion) return deployment_.cut_off(Limit::expansion, place);
    const std::string path = folder->empty() ? one.name : *folder + "/" + one.name;
    items.push_back(store().mapping(ValueType::object,
                                    {{"relativePath", store().string(relative_path(path, own), origin), {}},
                                     {"baseName", store().string(one.name, origin), {}},
                                     {"extension", store().string(extension_of(one.name), origin), {}}},
                                    origin));
  }
  return store().sequence(ValueType::tuple, items, origin, rest);
}

}  // namespace smtplint::bicep
