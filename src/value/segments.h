#pragma once

#include <cstddef>
#include <vector>

#include "value/store.h"
#include "value/value.h"

namespace smtplint {

/// A run of a text that is known, or one unknown part of it.
struct Segment {
  std::size_t begin = 0;
  std::size_t length = 0;
  bool known = true;
};
[[nodiscard]] std::vector<Segment> segments_of(const Text& text);
/// The unknown value that one unknown part of a text is.
[[nodiscard]] Value value_of_hole(ValueStore& store, const Piece& piece);
/// The first unknown part of a text; nullptr where all of it is known.
[[nodiscard]] const Piece* first_hole(const Text& text);

/// Why a value, or something in it, is not known: nullptr where all of it is.
[[nodiscard]] const Reason* why_unknown(ValueStore& store, Value value, Place place);

}  // namespace smtplint
