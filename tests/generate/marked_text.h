#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace smtplint::generate {

/// Names a place in a text that is still being written.
enum class MarkId : unsigned {};

/// Where a mark came to stand; offsets in the clean text, `end` exclusive.
struct MarkedPlace {
  MarkId id{};
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// `text` with the mark around it. Marks move with their text into any other text; they may be nested.
[[nodiscard]] std::string with_mark(MarkId id, std::string_view text);

/// Takes the marks out again.
struct CleanText {
  std::string text;
  std::vector<MarkedPlace> places;
};
[[nodiscard]] CleanText without_marks(std::string_view marked);

}  // namespace smtplint::generate
