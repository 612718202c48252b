#include "frontend/terraform/functions/decoded.h"

namespace smtplint::terraform::functions {

ProvenanceId Decoded::chain(std::size_t begin, std::size_t length) {
  const ProvenanceId from = part_provenance(call_.store(), text_, begin, length);
  return call_.store().step(How::document, call_.place(), call_.name(), from);
}

Place Decoded::place(std::size_t begin, std::size_t length) {
  return text_origin(call_.store(), text_, begin, length).place;
}

Value Decoded::number(std::string_view canonical, std::size_t begin, std::size_t length) {
  return marked(call_.store().number(canonical, chain(begin, length)));
}

Value Decoded::boolean(bool value, std::size_t begin, std::size_t length) {
  return marked(call_.store().boolean(value, chain(begin, length)));
}

Value Decoded::null(std::size_t begin, std::size_t length) {
  return marked(call_.store().null(chain(begin, length)));
}

Value Decoded::verbatim(std::size_t begin, std::size_t length) {
  TextBuilder builder(call_.store());
  builder.part(text_.text(), begin, length, text_.provenance());
  return marked(builder.finish(chain(begin, length)));
}

Value Decoded::derived(std::string_view chars, std::size_t begin, std::size_t length) {
  TextBuilder builder(call_.store());
  const TextOrigin origin = text_origin(call_.store(), text_, begin, length);
  builder.derived(chars, origin.place, origin.origin);
  return marked(builder.finish(chain(begin, length)));
}

Value Decoded::hole(std::size_t begin, std::size_t length) {
  for (const Piece& piece : text_.text().pieces) {
    const bool known = piece.kind == PieceKind::verbatim || piece.kind == PieceKind::derived;
    const bool touched = piece.begin < begin + length && begin < std::size_t{piece.begin} + piece.length;
    if (!known && touched) return marked(value_of_hole(call_.store(), piece));
  }
  return {};
}

}  // namespace smtplint::terraform::functions
