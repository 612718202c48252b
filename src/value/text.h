#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "value/store.h"
#include "value/value.h"

namespace smtplint {

/// Builds a string out of pieces; neighbouring pieces of one run are joined.
class TextBuilder {
 public:
  explicit TextBuilder(ValueStore& store) : store_(store) {}

  /// Text that stands byte for byte at `place`.
  void verbatim(std::string_view chars, Place place, ProvenanceId origin);
  /// Text made of what stands at `place` (an escape, a call's result).
  void derived(std::string_view chars, Place place, ProvenanceId origin);
  void hole(const Reason* reason, Place place, ProvenanceId origin);
  void symbol(const Reference* reference, Place place, ProvenanceId origin);
  /// The part [`begin`, `begin + length`) of another text, with its pieces. A text without pieces
  /// counts as one derived piece at the place of `origin`.
  void part(const Text& text, std::size_t begin, std::size_t length, ProvenanceId origin);
  /// A scalar as a template writes it; unknown values become holes, references become symbols. What
  /// cannot be text (a list, null) is refused. Alternatives must be taken apart before.
  [[nodiscard]] bool append(Value value, Place place);

  [[nodiscard]] std::size_t size() const { return chars_.size(); }
  [[nodiscard]] std::string_view chars() const { return chars_; }
  /// The string; sensitive if a sensitive value went in.
  [[nodiscard]] Value finish(ProvenanceId origin);

 private:
  void push(Piece piece, std::string_view chars);
  void scalar(std::string_view chars, Value value, Place place);

  ValueStore& store_;
  std::string chars_;
  std::vector<Piece> pieces_;
  bool sensitive_ = false;
};

/// A part of a string with its pieces; `begin` and `length` are bytes.
[[nodiscard]] Value text_part(ValueStore& store, Value string, std::size_t begin, std::size_t length);

/// What stands behind one byte range of a string.
struct TextOrigin {
  Place place;         ///< exact where `exact`, else the whole of what the piece was made of
  bool exact = false;  ///< the range lies in one verbatim piece
  bool whole_piece = false;
  ProvenanceId origin = no_provenance;
};
[[nodiscard]] TextOrigin text_origin(const ValueStore& store, Value string, std::size_t begin,
                                     std::size_t length);

/// The chain of what stands in a byte range: that of the piece behind it, beginning at its exact place in the
/// literal.
[[nodiscard]] ProvenanceId part_provenance(ValueStore& store, Value string, std::size_t begin,
                                           std::size_t length);

}  // namespace smtplint
