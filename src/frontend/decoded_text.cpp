#include "frontend/decoded_text.h"

#include "value/segments.h"

namespace smtplint {

ProvenanceId DecodedText::chain(std::size_t begin, std::size_t length) {
  const ProvenanceId from = part_provenance(store_, text_, begin, length);
  return store_.step(How::document, place_, function_, from);
}

Place DecodedText::place(std::size_t begin, std::size_t length) {
  return text_origin(store_, text_, begin, length).place;
}

Value DecodedText::number(std::string_view canonical, std::size_t begin, std::size_t length) {
  return marked(store_.number(canonical, chain(begin, length)));
}

Value DecodedText::boolean(bool value, std::size_t begin, std::size_t length) {
  return marked(store_.boolean(value, chain(begin, length)));
}

Value DecodedText::null(std::size_t begin, std::size_t length) {
  return marked(store_.null(chain(begin, length)));
}

Value DecodedText::verbatim(std::size_t begin, std::size_t length) {
  TextBuilder builder(store_);
  builder.part(text_.text(), begin, length, text_.provenance());
  return marked(builder.finish(chain(begin, length)));
}

Value DecodedText::derived(std::string_view chars, std::size_t begin, std::size_t length) {
  TextBuilder builder(store_);
  const TextOrigin origin = text_origin(store_, text_, begin, length);
  builder.derived(chars, origin.place, origin.origin);
  return marked(builder.finish(chain(begin, length)));
}

Value DecodedText::hole(std::size_t begin, std::size_t length) {
  for (const Piece& piece : text_.text().pieces) {
    const bool known = piece.kind == PieceKind::verbatim || piece.kind == PieceKind::derived;
    const bool touched = piece.begin < begin + length && begin < std::size_t{piece.begin} + piece.length;
    if (!known && touched) return marked(value_of_hole(store_, piece));
  }
  return {};
}

}  // namespace smtplint
