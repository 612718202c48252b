#include "lowering/mail/marks.h"

#include <string>

#include "value/text.h"

namespace smtplint::lowering {
namespace {

const Reason* reason_of_symbol(ValueStore& store, const Reference& symbol, Place place) {
  std::string name(symbol.address);
  if (!symbol.path.empty()) name += "." + std::string(symbol.path);
  return store.reason(ReasonKind::runtime_only, name, place);
}

Place own_place(const ValueStore& store, Value value) {
  const ProvenanceId id = value.provenance();
  return id == no_provenance ? Place{} : store.provenance().step(id).place;
}

/// What a chain starts from, and not what that was taken out of: a number in a document, not the document.
model::Mark mark_of_chain(const ValueStore& store, ProvenanceId last, Place key) {
  model::Mark mark{key, false, last};
  for (ProvenanceId id = last; id != no_provenance; id = store.provenance().step(id).from) {
    const Step step = store.provenance().step(id);
    if (!step.place.known()) continue;
    mark.place = step.place;
    mark.exact = step.how == How::literal || step.how == How::file;
    mark.whole = step.how == How::literal;
  }
  return mark;
}

}  // namespace

model::Mark mark_of_value(const ValueStore& store, Value value, Place key) {
  return mark_of_chain(store, value.provenance(), key);
}

model::Mark mark_of_text(ValueStore& store, Value string, TextRange range, Place key) {
  const TextOrigin origin = text_origin(store, string, range.begin, range.length);
  if (string.text().pieces.empty() || !origin.place.known()) return mark_of_value(store, string, key);
  model::Mark mark{origin.place, origin.exact, origin.origin, origin.exact && origin.whole_piece};
  if (!origin.exact && origin.whole_piece) mark = mark_of_chain(store, origin.origin, key);
  const Place joint = own_place(store, string);
  if (origin.origin != string.provenance() && string.provenance() != no_provenance) {
    mark.chain = store.provenance().add(
        {How::element, joint.known() ? joint : key, {}, origin.origin, string.provenance()});
  }
  return mark;
}

const Reason* hole_in(ValueStore& store, Value string, TextRange range) {
  for (const Piece& piece : string.text().pieces) {
    if (piece.begin + piece.length <= range.begin || piece.begin >= range.begin + range.length) continue;
    if (piece.kind == PieceKind::hole) return piece.reason;
    if (piece.kind == PieceKind::reference) return reason_of_symbol(store, *piece.reference, piece.place);
  }
  return nullptr;
}

const Reason* reason_of(ValueStore& store, Value value) {
  if (value.is_unknown()) return &value.reason();
  if (value.is(ValueType::reference))
    return reason_of_symbol(store, value.reference(), own_place(store, value));
  return nullptr;
}

void add_places(const ValueStore& store, Value value, std::vector<Place>& places) {
  if (value.is(ValueType::alternatives)) {
    for (const Alternative& alternative : value.alternatives()) add_places(store, alternative.value, places);
    return;
  }
  if (!value.is_scalar()) return;
  if (!value.is(ValueType::string) || value.text().pieces.empty()) {
    const model::Mark mark = mark_of_value(store, value, {});
    if (mark.place.known()) places.push_back(mark.place);
    return;
  }
  for (const Piece& piece : value.text().pieces) {
    const bool text = piece.kind == PieceKind::verbatim || piece.kind == PieceKind::derived;
    if (text && piece.place.known()) places.push_back(piece.place);
  }
}

}  // namespace smtplint::lowering
