#pragma once

#include "value/store.h"
#include "value/text.h"

namespace smtplint {

/// Makes the values of a document that stands in a text, read by a function at `place`.
class DecodedText {
 public:
  DecodedText(ValueStore& store, Value text, std::string_view function, Place place)
      : store_(store), text_(text), function_(function), place_(place) {}

  /// The chain of what stands in a byte range of the text.
  [[nodiscard]] ProvenanceId chain(std::size_t begin, std::size_t length);
  [[nodiscard]] Place place(std::size_t begin, std::size_t length);
  [[nodiscard]] Value number(std::string_view canonical, std::size_t begin, std::size_t length);
  [[nodiscard]] Value boolean(bool value, std::size_t begin, std::size_t length);
  [[nodiscard]] Value null(std::size_t begin, std::size_t length);
  /// A text that stands byte for byte in a range.
  [[nodiscard]] Value verbatim(std::size_t begin, std::size_t length);
  /// A text made of what stands in a range.
  [[nodiscard]] Value derived(std::string_view chars, std::size_t begin, std::size_t length);
  /// The unknown part that a range touches; absent where it touches none.
  [[nodiscard]] Value hole(std::size_t begin, std::size_t length);

  [[nodiscard]] Value text() const { return text_; }
  [[nodiscard]] std::string_view chars() const { return text_.text().chars; }

 private:
  [[nodiscard]] Value marked(Value value) { return text_.sensitive() ? store_.as_sensitive(value) : value; }

  ValueStore& store_;
  Value text_;
  std::string_view function_;
  Place place_;
};

}  // namespace smtplint
