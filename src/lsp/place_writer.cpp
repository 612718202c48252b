#include "lsp/place_writer.h"

#include <tuple>

namespace smtplint::lsp {
namespace {

Json json_of(Position position) { return {{"line", position.line - 1}, {"character", position.column - 1}}; }

auto key(Position position) { return std::tuple(position.line, position.column); }

}  // namespace

Json TextRange::json() const { return {{"start", json_of(begin)}, {"end", json_of(end)}}; }

bool TextRange::meets(const TextRange& other) const {
  return key(begin) <= key(other.end) && key(other.begin) <= key(end);
}

TextRange range_in(const Json& json) {
  const auto position = [](const Json& from) {
    return Position{from.at("line").get<std::uint32_t>() + 1, from.at("character").get<std::uint32_t>() + 1};
  };
  return {position(json.at("start")), position(json.at("end"))};
}

std::optional<TextRange> PlaceWriter::range(Place place) const {
  if (!place.known()) return std::nullopt;
  const Source& source = sources_.get(place.source);
  if (changes_ == nullptr || !changes_->contains(source.path())) {
    const LineIndex& lines = source.lines();
    return TextRange{lines.position(place.span.begin, unit_), lines.position(place.span.end, unit_)};
  }
  const TextChange& change = changes_->at(source.path());
  const auto begin = change.moved(place.span.begin);
  const auto end = change.moved(place.span.end);
  if (!begin || !end || *end < *begin) return std::nullopt;
  return TextRange{change.lines().position(*begin, unit_), change.lines().position(*end, unit_)};
}

std::optional<Json> PlaceWriter::location(Place place, const UriOf& uri) const {
  const auto where = range(place);
  if (!where) return std::nullopt;
  return Json{{"uri", uri(path(place))}, {"range", where->json()}};
}

std::string PlaceWriter::words(Place place) const {
  const auto where = range(place);
  return where ? path(place) + ":" + std::to_string(where->begin.line) : path(place);
}

}  // namespace smtplint::lsp
