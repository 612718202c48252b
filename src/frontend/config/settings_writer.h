#pragma once

#include <cstdint>
#include <string_view>

#include "base/source.h"
#include "frontend/config/flatten.h"
#include "frontend/config/read_files.h"
#include "resource/shapes.h"
#include "value/store.h"
#include "value/text.h"

namespace smtplint::config {

/// Makes settings of the nodes of one file.
class SettingsWriter {
 public:
  SettingsWriter(const ReadFiles& files, const File& file, ValueStore& store)
      : source_(files.source(file)), id_(file.source), store_(store) {}

  /// A block without settings.
  [[nodiscard]] Settings empty(const Root& root, Span span) const;
  [[nodiscard]] Settings write(const Node& document, const Root& root, std::uint32_t most);
  /// All that stands in a node, at most `most`; a block that has as many may lack others.
  void add(const Node& node, std::string_view separator, std::uint32_t most, Settings& settings);
  [[nodiscard]] Setting setting(std::string_view path, const Node& node);

 private:
  [[nodiscard]] Place place(Span span) const { return {id_, span}; }
  [[nodiscard]] Value value_of(const Entry& entry, const Node& node);
  /// The lines of a block scalar stand as they are, with an indent before them. False for anything else.
  bool append_block(const Node& node, ProvenanceId origin, TextBuilder& text) const;
  [[nodiscard]] Value choice_of(const Entry& entry, const Node& choice);

  const Source& source_;
  SourceId id_;
  ValueStore& store_;
};

}  // namespace smtplint::config
