#include "frontend/terraform/functions/json_writer.h"

#include "base/utf8.h"
#include "frontend/terraform/functions/computations.h"
#include "frontend/terraform/functions/json_text.h"

namespace smtplint::terraform::functions {
namespace {

/// Adds one known piece: runs that JSON writes as they are keep their place.
void write_piece(Value string, const Piece& piece, ResultText& result) {
  const std::string_view chars = string.text().chars;
  const std::size_t end = piece.begin + piece.length;
  std::size_t run = piece.begin;
  for (std::size_t at = run; at < end && !result.cut_off();) {
    const std::uint32_t bytes = utf8::decode(chars.substr(at)).bytes;
    const std::string escaped = json_escaped(chars.substr(at, bytes));
    if (escaped != chars.substr(at, bytes)) {
      result.add_part(string, run, at - run);
      result.add_made_of(escaped, piece);
      run = at + bytes;
    }
    at += bytes;
  }
  result.add_part(string, run, end - run);
}

bool write_sequence(Call& call, Value sequence, ResultText& result) {
  result.add("[");
  bool first = true;
  for (const Value item : sequence.items()) {
    if (!first) result.add(",");
    first = false;
    if (!write_json(call, item, result) || result.cut_off()) return result.cut_off();
  }
  if (sequence.rest() != nullptr) result.add_hole(sequence.rest());
  result.add("]");
  return true;
}

bool write_mapping(Call& call, Value mapping, ResultText& result) {
  result.add("{");
  bool first = true;
  for (const Entry& entry : mapping.entries()) {
    if (!first) result.add(",");
    first = false;
    const ProvenanceId written = call.store().step(How::literal, entry.key_place);
    result.add("\"");
    write_json_letters(call.store().string(entry.key, written), result);
    result.add("\":");
    if (!write_json(call, entry.value, result) || result.cut_off()) return result.cut_off();
  }
  if (mapping.rest() != nullptr) result.add_hole(mapping.rest());
  result.add("}");
  return true;
}

}  // namespace

void write_json_letters(Value string, ResultText& result) {
  const Text& text = string.text();
  if (text.pieces.empty()) {
    result.add_own(json_escaped(text.chars), string.provenance());
    return;
  }
  for (const Piece& piece : text.pieces) {
    if (piece.kind == PieceKind::hole || piece.kind == PieceKind::reference) {
      result.add_part(string, piece.begin, piece.length);
    } else {
      write_piece(string, piece, result);
    }
  }
}

bool write_json(Call& call, Value value, ResultText& result) {
  if (!call.context.budget.spend()) result.cut();
  if (value.is_unset()) {
    result.add("null");
    return true;
  }
  if (value.is_sequence()) return write_sequence(call, value, result);
  if (value.is_mapping()) return write_mapping(call, value, result);
  if (value.is(ValueType::alternatives)) {
    result.add_hole(call.reason_of(value));
    return true;
  }
  if (!value.is(ValueType::string)) return result.add_value(value);
  result.add("\"");
  write_json_letters(value, result);
  result.add("\"");
  return true;
}

Value json_encode(Call& call) {
  ResultText result(call);
  return write_json(call, call.arguments[0], result) ? result.finish() : call.refuse();
}

}  // namespace smtplint::terraform::functions
