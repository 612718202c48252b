#pragma once

#include <functional>
#include <optional>
#include <string>

#include "lsp/analysed.h"
#include "lsp/message.h"

namespace smtplint::lsp {

/// The URI of a path of the workspace.
using UriOf = std::function<std::string(const std::string& path)>;

struct TextRange {
  Position begin;
  Position end;

  /// In the protocol's counting.
  [[nodiscard]] Json json() const;
  /// True where they share a character, or touch where one of them is empty.
  [[nodiscard]] bool meets(const TextRange& other) const;
};

[[nodiscard]] TextRange range_in(const Json& json);

/// Places of one report as ranges of the texts that the editor shows.
class PlaceWriter {
 public:
  /// All must outlive the writer. Without `changes` the report is of the shown texts.
  PlaceWriter(const SourceStore& sources, const std::map<std::string, TextChange>* changes, ColumnUnit unit)
      : sources_(sources), changes_(changes), unit_(unit) {}

  [[nodiscard]] const std::string& path(Place place) const { return sources_.get(place.source).path(); }
  /// Nothing for a place that is no longer there.
  [[nodiscard]] std::optional<TextRange> range(Place place) const;
  /// `{uri, range}`
  [[nodiscard]] std::optional<Json> location(Place place, const UriOf& uri) const;
  /// `path:line`, for people.
  [[nodiscard]] std::string words(Place place) const;

 private:
  const SourceStore& sources_;
  const std::map<std::string, TextChange>* changes_;
  ColumnUnit unit_;
};

}  // namespace smtplint::lsp
