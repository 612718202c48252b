#include "generate/marked_text.h"

#include <charconv>

namespace smtplint::generate {
namespace {

constexpr char opens = '\x01';  // opens, number, ends_number, text, closes
constexpr char ends_number = '\x02';
constexpr char closes = '\x03';

}  // namespace

std::string with_mark(MarkId id, std::string_view text) {
  return opens + std::to_string(static_cast<unsigned>(id)) + ends_number + std::string(text) + closes;
}

CleanText without_marks(std::string_view marked) {
  CleanText clean;
  std::vector<std::size_t> open;  // indexes in places
  for (std::size_t at = 0; at < marked.size(); ++at) {
    if (marked[at] == opens) {
      const std::size_t end = marked.find(ends_number, at);
      unsigned number = 0;
      std::from_chars(marked.data() + at + 1, marked.data() + end, number);
      open.push_back(clean.places.size());
      clean.places.push_back({MarkId{number}, clean.text.size(), 0});
      at = end;
    } else if (marked[at] == closes) {
      clean.places[open.back()].end = clean.text.size();
      open.pop_back();
    } else {
      clean.text += marked[at];
    }
  }
  return clean;
}

}  // namespace smtplint::generate
