#pragma once

#include "frontend/terraform/functions/call.h"

namespace smtplint::terraform::functions {

/// Makes the values of a document that stands in the text of a call's first argument.
class Decoded {
 public:
  explicit Decoded(Call& call) : call_(call), text_(call.arguments[0]) {}

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
  [[nodiscard]] Value marked(Value value) {
    return text_.sensitive() ? call_.store().as_sensitive(value) : value;
  }

  Call& call_;
  Value text_;
};

}  // namespace smtplint::terraform::functions
