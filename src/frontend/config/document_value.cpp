#include <algorithm>
#include <optional>

#include "frontend/config/config.h"
#include "frontend/config/formats.h"
#include "frontend/config/written_text.h"
#include "value/text.h"

namespace smtplint::config {
namespace {

/// Makes values of the nodes of a document that is itself the text of a value.
class ValueWriter {
 public:
  ValueWriter(Value text, ValueStore& store) : text_(text), store_(store) {}

  [[nodiscard]] Value write(const Node& node) {
    switch (node.kind) {
      case Node::Kind::map:
        return mapping(node);
      case Node::Kind::list:
        return list(node);
      case Node::Kind::null:
        return store_.null(origin(node));
      case Node::Kind::elsewhere:
      case Node::Kind::computed:
      case Node::Kind::choice:
        return store_.unknown(ReasonKind::runtime_only, "", place(node.span));
      case Node::Kind::text:
        break;
    }
    return written_text(store_, text_, node);
  }

 private:
  [[nodiscard]] Place place(Span span) const {
    return text_origin(store_, text_, span.begin, span.length()).place;
  }
  [[nodiscard]] ProvenanceId origin(const Node& node) { return store_.step(How::literal, place(node.span)); }

  Value mapping(const Node& node) {
    std::vector<Entry> entries;
    for (const Member& member : node.members) {
      const auto same = [&member](const Entry& entry) { return entry.key == member.name; };
      if (std::ranges::any_of(entries, same)) continue;
      entries.push_back({store_.keep_name(member.name), write(member.value), place(member.name_span)});
    }
    return store_.mapping(ValueType::object, entries, origin(node));
  }

  Value list(const Node& node) {
    std::vector<Value> items;
    for (const Node& item : node.items) items.push_back(write(item));
    return store_.sequence(ValueType::tuple, items, origin(node));
  }

  Value text_;
  ValueStore& store_;
};

}  // namespace

Value read_document_value(Value text, const Limits& limits, ValueStore& store) {
  const std::string_view chars = text.text().chars;
  const ReadOptions options{limits.nesting, limits.parse_progress_per_kilobyte, limits.nodes(), nullptr};
  const Reading reading = row_of(format_of(chars)).read(chars, options);
  const bool whole = reading.documents.size() > (reading.cut_off ? 1 : 0);
  if (whole) return ValueWriter(text, store).write(reading.documents.front());
  if (reading.problems.empty()) return store.null();
  const Problem& first = reading.problems.front();
  return store.unknown(ReasonKind::evaluation_error, store.keep(first.message),
                       text_origin(store, text, first.span.begin, first.span.length()).place);
}

}  // namespace smtplint::config
