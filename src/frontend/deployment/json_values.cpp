#include "frontend/deployment/json_values.h"

#include <optional>
#include <string>
#include <vector>

#include "base/letter_case.h"
#include "base/limit.h"
#include "frontend/decoded_text.h"
#include "value/segments.h"
#include "value/text.h"

namespace smtplint::deployment {
namespace {

/// A number of the same length as a hole, so that the text around it parses and places stay.
constexpr std::string_view stand_in = "0  ";
static_assert(stand_in.size() == hole_text.size());

std::string with_stand_ins(const Text& text) {
  std::string chars(text.chars);
  bool in_string = false;
  for (std::size_t at = 0; at < chars.size(); ++at) {
    const bool hole = std::string_view(chars).substr(at).starts_with(hole_text);
    if (hole && !in_string) chars.replace(at, stand_in.size(), stand_in);
    if (in_string && chars[at] == '\\') {
      ++at;
    } else if (chars[at] == '"') {
      in_string = !in_string;
    }
  }
  return chars;
}

/// What stands in a sensitive text is sensitive.
Value as_secret_as(ValueStore& store, Value text, Value value) {
  return text.sensitive() ? store.as_sensitive(value) : value;
}

class Reader {
 public:
  Reader(ValueStore& store, Value text, std::string_view function, Place place)
      : store_(store), decoded_(store, text, function, place), function_(function), place_(place) {}

  Value read(const json::Node& node) {
    const Value hole = node.kind == json::NodeKind::number ? hole_in(store_, text(), node.span) : Value();
    if (!hole.is_absent()) return hole;
    switch (node.kind) {
      case json::NodeKind::null:
        return decoded_.null(node.span.begin, node.span.length());
      case json::NodeKind::boolean:
        return decoded_.boolean(node.boolean, node.span.begin, node.span.length());
      case json::NodeKind::number:
        return number(node);
      case json::NodeKind::string:
        return string_in(store_, node, text(), chain(node.span));
      case json::NodeKind::array:
        return array(node);
      case json::NodeKind::object:
        return object(node);
      case json::NodeKind::error:
        break;
    }
    return store_.unknown(ReasonKind::evaluation_error, function_, place_);
  }

 private:
  ProvenanceId chain(Span span) { return decoded_.chain(span.begin, span.length()); }
  [[nodiscard]] Value text() const { return decoded_.text(); }

  Value number(const json::Node& node) {
    const std::optional<std::string> canonical = canonical_number(node.text);
    if (!canonical) return store_.unknown(ReasonKind::limit, to_string(Limit::number_digits), place_);
    return decoded_.number(*canonical, node.span.begin, node.span.length());
  }

  Value array(const json::Node& node) {
    std::vector<Value> items;
    for (const json::Node* item : node.items) {
      const Value hole = item->kind == json::NodeKind::number ? hole_in(store_, text(), item->span) : Value();
      // A hole between the brackets may stand for any number of items.
      if (!hole.is_absent())
        return store_.sequence(ValueType::tuple, items, chain(node.span), why_unknown(store_, hole, place_));
      items.push_back(read(*item));
    }
    return store_.sequence(ValueType::tuple, items, chain(node.span));
  }

  Value object(const json::Node& node) {
    std::vector<Entry> entries;
    const Reason* rest = nullptr;
    for (const json::Member& member : node.members) {
      const Value hole = hole_in(store_, text(), member.name_span);
      if (!hole.is_absent()) {
        rest = why_unknown(store_, hole, place_);
        continue;
      }
      const Place place = decoded_.place(member.name_span.begin, member.name_span.length());
      std::erase_if(entries, [&](const Entry& entry) { return entry.key == member.name; });
      entries.push_back({store_.keep_name(member.name), read(*member.value), place});
    }
    return store_.mapping(ValueType::object, entries, chain(node.span), rest);
  }

  ValueStore& store_;
  DecodedText decoded_;
  std::string_view function_;
  Place place_;
};

}  // namespace

const json::Member* member(const json::Node* object, std::string_view name) {
  if (object == nullptr || object->kind != json::NodeKind::object) return nullptr;
  const json::Member* found = nullptr;
  for (const json::Member& one : object->members) {
    if (equal_ignoring_case(one.name, name)) found = &one;
  }
  return found;
}

const json::Node* property(const json::Node* object, std::string_view name) {
  const json::Member* found = member(object, name);
  return found == nullptr || found->value->kind == json::NodeKind::null ? nullptr : found->value;
}

Value read_json(ValueStore& store, Value text, std::uint32_t nesting, std::string_view function,
                Place place) {
  const std::string chars = with_stand_ins(text.text());
  const std::shared_ptr<const json::Tree> tree = json::parse(chars, {.deepest = nesting});
  if (tree->root() == nullptr || !tree->errors().empty())
    return store.unknown(ReasonKind::evaluation_error, function, place);
  return Reader(store, text, function, place).read(*tree->root());
}

std::shared_ptr<const json::Tree> parse_json_text(ValueStore& store, Value text,
                                                  const json::ParseLimits& limits) {
  return json::parse(store.keep(with_stand_ins(text.text())), limits);
}

Value hole_in(ValueStore& store, Value text, Span span) {
  for (const Piece& piece : text.text().pieces) {
    const bool known = piece.kind == PieceKind::verbatim || piece.kind == PieceKind::derived;
    const bool touched = piece.begin < span.end && span.begin < piece.begin + piece.length;
    if (!known && touched) return as_secret_as(store, text, value_of_hole(store, piece));
  }
  return {};
}

Value string_in(ValueStore& store, const json::Node& node, Value text, ProvenanceId origin) {
  TextBuilder builder(store);
  for (const json::StringPart& part : node.parts) {
    if (part.decoded.empty()) {
      builder.part(text.text(), part.span.begin, part.span.length(), text.provenance());
    } else {
      const TextOrigin from = text_origin(store, text, part.span.begin, part.span.length());
      builder.derived(part.decoded, from.place, from.origin);
    }
  }
  return as_secret_as(store, text, builder.finish(origin));
}

Value string_of(ValueStore& store, const json::Node& node, SourceId source, ProvenanceId origin) {
  TextBuilder builder(store);
  for (const json::StringPart& part : node.parts) {
    const Place place{source, part.span};
    if (part.decoded.empty()) {
      builder.verbatim(node.text.substr(builder.size(), part.span.length()), place, origin);
    } else {
      builder.derived(part.decoded, place, origin);
    }
  }
  return builder.finish(origin);
}

}  // namespace smtplint::deployment
