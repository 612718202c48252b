#include "value/segments.h"

#include <algorithm>
#include <functional>
#include <string>

#include "value/standing_for.h"

namespace smtplint {
namespace {

template <typename Range, typename Projection>
const Reason* first_in(ValueStore& store, const Range& range, Projection projection, Place place) {
  for (const auto& one : range) {
    if (const Reason* reason = why_unknown(store, std::invoke(projection, one), place)) return reason;
  }
  return nullptr;
}

}  // namespace

std::vector<Segment> segments_of(const Text& text) {
  std::vector<Segment> segments;
  for (const Piece& piece : text.pieces) {
    const bool known = piece.kind == PieceKind::verbatim || piece.kind == PieceKind::derived;
    if (known && !segments.empty() && segments.back().known) {
      segments.back().length += piece.length;
    } else {
      segments.push_back({piece.begin, piece.length, known});
    }
  }
  if (segments.empty() && !text.chars.empty()) segments.push_back({0, text.chars.size(), true});
  return segments;
}

Value value_of_hole(ValueStore& store, const Piece& piece) {
  if (piece.kind == PieceKind::hole) return store.unknown(piece.reason, piece.origin);
  return store.reference(piece.reference->address, piece.reference->path, piece.origin);
}

const Piece* first_hole(const Text& text) {
  const auto hole = std::ranges::find_if(text.pieces, [](const Piece& piece) {
    return piece.kind == PieceKind::hole || piece.kind == PieceKind::reference;
  });
  return hole == text.pieces.end() ? nullptr : &*hole;
}

const Reason* why_unknown(ValueStore& store, Value value, Place place) {
  if (value.is_absent() || value.wholly_known()) return nullptr;
  switch (value.type()) {
    case ValueType::unknown:
      return &value.reason();
    case ValueType::reference: {
      const Reference& reference = value.reference();
      const std::string path = reference.path.empty() ? "" : "." + std::string(reference.path);
      return store.reason(ReasonKind::runtime_only, std::string(reference.address) + path, place);
    }
    case ValueType::string: {
      const Piece* hole = first_hole(value.text());
      return hole == nullptr ? nullptr : why_unknown(store, value_of_hole(store, *hole), place);
    }
    case ValueType::alternatives: {
      const Reason* inner = first_in(store, value.alternatives(), &Alternative::value, place);
      if (inner == nullptr) inner = stands_for(value);
      return inner != nullptr ? inner : store.reason(ReasonKind::conflict, "", place);
    }
    default:
      break;
  }
  if (value.rest() != nullptr) return value.rest();
  return value.is_sequence() ? first_in(store, value.items(), std::identity{}, place)
                             : first_in(store, value.entries(), &Entry::value, place);
}

}  // namespace smtplint
