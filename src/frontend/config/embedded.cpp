#include "frontend/config/config.h"
#include "frontend/config/flatten.h"
#include "frontend/config/formats.h"
#include "frontend/config/written_text.h"
#include "value/text.h"

namespace smtplint::config {
namespace {

/// Makes the settings of a document whose text is a value.
class EmbeddedWriter {
 public:
  EmbeddedWriter(Value text, ValueStore& store) : text_(text), store_(store) {}

  [[nodiscard]] Settings write(const Node& document, std::string_view separator, std::uint32_t most) const {
    const Flat flat = flatten(document, separator, most);
    Settings settings;
    settings.complete = flat.entries.size() < most;
    settings.place = place(document.span);
    for (const Entry& entry : flat.entries) {
      settings.values.push_back({entry.path, value_of(*entry.value), place(entry.key)});
    }
    return settings;
  }

  [[nodiscard]] Place place(Span span) const {
    return text_origin(store_, text_, span.begin, span.length()).place;
  }

 private:
  /// What is written as it is keeps its pieces; what is escaped or folded is made of all that is written.
  [[nodiscard]] Value value_of(const Node& node) const {
    if (node.kind == Node::Kind::null) {
      return store_.null(text_part(store_, text_, node.span.begin, node.span.length()).provenance());
    }
    if (node.kind == Node::Kind::elsewhere)
      return store_.unknown(ReasonKind::runtime_only, "", place(node.span));
    return written_text(store_, text_, node);
  }

  Value text_;
  ValueStore& store_;
};

}  // namespace

EmbeddedDocument read_embedded(Value text, const Limits& limits, ValueStore& store,
                               std::optional<Format> format, const ProgramWords* words) {
  EmbeddedDocument embedded;
  const std::string_view chars = text.text().chars;
  const EmbeddedWriter writer(text, store);
  const FormatRow& row = row_of(format.value_or(format_of(chars)));
  const Reading reading =
      row.read(chars, {limits.nesting, limits.parse_progress_per_kilobyte, limits.nodes(), words});
  // With what is not known in its place the text may well be in order.
  if (text.text().has_holes() && !reading.problems.empty())
    embedded.unread_from = writer.place(reading.problems.front().span);
  const std::vector<Problem> certain = text.text().has_holes() ? std::vector<Problem>() : reading.problems;
  for (const Problem& problem : certain) {
    embedded.events.push_back({EventKind::syntax_error, writer.place(problem.span), problem.message});
  }
  for (const Node& document : reading.documents) {
    if (document.kind != Node::Kind::map) continue;
    embedded.settings.push_back(writer.write(document, row.separator, limits.settings));
  }
  return embedded;
}

}  // namespace smtplint::config
