#include <array>

#include "base/path.h"
#include "frontend/bicep/evaluator.h"
#include "frontend/deployment/json_values.h"
#include "value/segments.h"
#include "value/text.h"

/// Functions that read files of the workspace.
namespace smtplint::bicep {

Value Evaluator::load(std::string_view name, std::span<const Value> arguments, Place place,
                      const Frame& frame) {
  const bool json = name == "loadJsonContent";
  const bool reads = json || name == "loadTextContent" || name == "loadFileAsBase64";
  // A part of a document, chosen by a path in it, is more than is read here.
  const bool whole = !json || arguments.size() < 2 || arguments[1].is_unset();
  if (!reads || !whole || arguments.empty())
    return store().unknown(ReasonKind::unsupported_function, store().keep(name), place);
  const Value text = loaded_text(name, arguments[0], place, frame);
  if (!text.is(ValueType::string)) return text;
  if (json) return deployment::read_json(store(), text, deployment_.limits.nesting, name, place);
  return name == "loadTextContent" ? text : plain_call("base64", std::array{text}, place, frame);
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

}  // namespace smtplint::bicep
