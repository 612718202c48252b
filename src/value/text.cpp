#include "value/text.h"

#include <algorithm>

#include "base/assert.h"

namespace smtplint {
namespace {

Place place_of(const ValueStore& store, ProvenanceId id) { return store.provenance().step(id).place; }

/// The piece between `begin` and `end` of the text it belongs to.
Piece cut(Piece piece, std::size_t begin, std::size_t end) {
  const std::size_t from = std::max<std::size_t>(begin, piece.begin);
  const std::size_t to = std::min<std::size_t>(end, piece.begin + piece.length);
  if (piece.kind == PieceKind::verbatim) {
    const auto skipped = static_cast<std::uint32_t>(from - piece.begin);
    piece.place.span.begin += skipped;
    piece.place.span.end = piece.place.span.begin + static_cast<std::uint32_t>(to - from);
  }
  piece.begin = static_cast<std::uint32_t>(from);
  piece.length = static_cast<std::uint32_t>(to - from);
  return piece;
}

/// Where a scalar was written first.
Step origin_of(const ValueStore& store, ProvenanceId id) {
  const ProvenanceGraph& graph = store.provenance();
  while (graph.step(id).from != no_provenance) id = graph.step(id).from;
  return graph.step(id);
}

bool continues(const Piece& before, const Piece& after) {
  return before.kind == PieceKind::verbatim && after.kind == PieceKind::verbatim &&
         before.origin == after.origin && before.place.source == after.place.source &&
         before.place.span.end == after.place.span.begin;
}

bool same_source(const Piece& before, const Piece& after) {
  return before.kind == PieceKind::derived && after.kind == PieceKind::derived &&
         before.origin == after.origin && before.place == after.place;
}

/// True where the chain of `last` begins with that of `first`.
bool leads_on_from(const ProvenanceGraph& graph, ProvenanceId last, ProvenanceId first) {
  constexpr unsigned longest = 64;
  for (unsigned i = 0; i < longest && last != no_provenance; ++i) {
    if (last == first) return true;
    last = graph.step(last).from;
  }
  return false;
}

/// A piece that is handed on with its text has come the text's way too.
ProvenanceId joined_way(ProvenanceGraph& graph, ProvenanceId piece, ProvenanceId text) {
  if (text == no_provenance || piece == text) return piece;
  if (piece == no_provenance || leads_on_from(graph, text, piece)) return text;
  const Step last = graph.step(text);
  return graph.add({last.how, last.place, last.name, piece, text});
}

}  // namespace

void TextBuilder::push(Piece piece, std::string_view chars) {
  if (chars.empty()) return;
  piece.begin = static_cast<std::uint32_t>(chars_.size());
  piece.length = static_cast<std::uint32_t>(chars.size());
  chars_ += chars;
  if (!pieces_.empty() && continues(pieces_.back(), piece)) {
    pieces_.back().length += piece.length;
    pieces_.back().place.span.end = piece.place.span.end;
  } else if (!pieces_.empty() && same_source(pieces_.back(), piece)) {
    pieces_.back().length += piece.length;
  } else {
    pieces_.push_back(piece);
  }
}

void TextBuilder::verbatim(std::string_view chars, Place place, ProvenanceId origin) {
  SMTPLINT_ASSERT(chars.size() == place.span.length());
  push({.kind = PieceKind::verbatim, .place = place, .origin = origin}, chars);
}

void TextBuilder::derived(std::string_view chars, Place place, ProvenanceId origin) {
  push({.kind = PieceKind::derived, .place = place, .origin = origin}, chars);
}

void TextBuilder::hole(const Reason* reason, Place place, ProvenanceId origin) {
  push({.kind = PieceKind::hole, .place = place, .origin = origin, .reason = reason}, hole_text);
}

void TextBuilder::symbol(const Reference* reference, Place place, ProvenanceId origin) {
  push({.kind = PieceKind::reference, .place = place, .origin = origin, .reference = reference}, hole_text);
}

void TextBuilder::part(const Text& text, std::size_t begin, std::size_t length, ProvenanceId origin) {
  begin = std::min(begin, text.chars.size());
  const std::size_t end = begin + std::min(length, text.chars.size() - begin);
  if (text.pieces.empty()) {
    derived(text.chars.substr(begin, end - begin), place_of(store_, origin), origin);
    return;
  }
  for (const Piece& piece : text.pieces) {
    if (piece.begin + piece.length <= begin || piece.begin >= end) continue;
    Piece inside = cut(piece, begin, end);
    inside.origin = joined_way(store_.provenance(), piece.origin, origin);
    push(inside, text.chars.substr(inside.begin, inside.length));
  }
}

/// A literal that is as long as its text is its text: `25`, but not `1e5`.
void TextBuilder::scalar(std::string_view chars, Value value, Place place) {
  const Step origin = origin_of(store_, value.provenance());
  if (!origin.place.known()) {
    derived(chars, place, value.provenance());
  } else if (origin.how == How::literal && origin.place.span.length() == chars.size()) {
    verbatim(chars, origin.place, value.provenance());
  } else {
    derived(chars, origin.place, value.provenance());
  }
}

bool TextBuilder::append(Value value, Place place) {
  if (value.is_absent()) return false;
  sensitive_ = sensitive_ || value.sensitive();
  switch (value.type()) {
    case ValueType::boolean:
      scalar(value.boolean() ? "true" : "false", value, place);
      return true;
    case ValueType::number:
      scalar(to_text(value.number()), value, place);
      return true;
    case ValueType::string:
      part(value.text(), 0, value.text().chars.size(), value.provenance());
      return true;
    case ValueType::unknown:
      hole(&value.reason(), place, value.provenance());
      return true;
    case ValueType::reference:
      symbol(&value.reference(), place, value.provenance());
      return true;
    case ValueType::null:
    case ValueType::list:
    case ValueType::set:
    case ValueType::tuple:
    case ValueType::map:
    case ValueType::object:
    case ValueType::alternatives:
      return false;
  }
  return false;
}

Value TextBuilder::finish(ProvenanceId origin) {
  const Text kept{store_.keep(chars_), store_.keep(pieces_)};
  const Value result = store_.string(kept, origin);
  return sensitive_ ? store_.as_sensitive(result) : result;
}

Value text_part(ValueStore& store, Value string, std::size_t begin, std::size_t length) {
  TextBuilder builder(store);
  builder.part(string.text(), begin, length, string.provenance());
  const Value result = builder.finish(string.provenance());
  return string.sensitive() ? store.as_sensitive(result) : result;
}

TextOrigin text_origin(const ValueStore& store, Value string, std::size_t begin, std::size_t length) {
  const Text& text = string.text();
  const TextOrigin whole{place_of(store, string.provenance()), false, false, string.provenance()};
  const std::size_t end = begin + length;
  for (const Piece& piece : text.pieces) {
    if (begin < piece.begin || end > piece.begin + piece.length) continue;
    const bool exact = piece.kind == PieceKind::verbatim;
    return {cut(piece, begin, end).place, exact, length == piece.length, piece.origin};
  }
  return whole;
}

}  // namespace smtplint
