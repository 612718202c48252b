#include <algorithm>
#include <iterator>

#include "frontend/config/config.h"
#include "frontend/config/flatten.h"
#include "frontend/config/formats.h"
#include "frontend/config/versions.h"
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

EmbeddedDocument read_text(Value text, const Limits& limits, ValueStore& store, std::optional<Format> format,
                           const ProgramWords* words) {
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

/// What is not known beside texts may set anything.
const Reason* why_open(Value text, ValueStore& store) {
  if (text.is_unset() || text.is(ValueType::string)) return nullptr;
  return text.is_unknown() ? &text.reason() : store.reason(ReasonKind::runtime_only, "", {});
}

}  // namespace

EmbeddedDocument read_embedded(Value text, const Limits& limits, ValueStore& store,
                               std::optional<Format> format, const ProgramWords* words) {
  if (!text.is(ValueType::alternatives)) return read_text(text, limits, store, format, words);
  EmbeddedDocument all;
  std::vector<EmbeddedDocument> texts;
  for (const Alternative& one : text.alternatives()) {
    EmbeddedDocument& read = texts.emplace_back();
    if (one.value.is(ValueType::string)) read = read_text(one.value, limits, store, format, words);
    std::ranges::move(read.events, std::back_inserter(all.events));
    if (read.unread_from) all.unread_from = read.unread_from;
  }
  std::size_t documents = 0;
  for (const EmbeddedDocument& read : texts) documents = std::max(documents, read.settings.size());
  for (std::size_t i = 0; i < documents; ++i) {
    std::vector<Version> versions;
    for (std::size_t k = 0; k < texts.size(); ++k) {
      const Alternative& one = text.alternatives()[k];
      const bool there = i < texts[k].settings.size();
      versions.push_back(
          {there ? std::move(texts[k].settings[i]) : Settings(), one.choices, why_open(one.value, store)});
    }
    all.settings.push_back(joined(versions, store));
  }
  return all;
}

}  // namespace smtplint::config
