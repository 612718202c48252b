#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/source.h"

namespace smtplint {

/// A text in which `[[` and `]]` enclose the places that a test speaks of; they may nest.
struct MarkedText {
  std::string text;
  std::vector<Span> spans;  ///< in the order of their `[[`

  static MarkedText parse(std::string_view marked) {
    MarkedText result;
    std::vector<std::size_t> open;
    for (std::size_t at = 0; at < marked.size();) {
      const std::string_view two = marked.substr(at, 2);
      const auto here = static_cast<std::uint32_t>(result.text.size());
      if (two == "[[") {
        open.push_back(result.spans.size());
        result.spans.push_back({here, here});
        at += 2;
      } else if (two == "]]" && !open.empty()) {
        result.spans[open.back()].end = here;
        open.pop_back();
        at += 2;
      } else {
        result.text += marked[at++];
      }
    }
    return result;
  }
};

/// Adds a marked file to a store and gives the marked places.
inline std::vector<Place> add_marked(SourceStore& store, std::string path, std::string_view marked,
                                     Encoding encoding = Encoding::utf8) {
  MarkedText parsed = MarkedText::parse(marked);
  const SourceId id =
      store.add(std::make_shared<const Source>(std::move(path), std::move(parsed.text), encoding));
  std::vector<Place> places;
  for (const Span span : parsed.spans) places.push_back({id, span});
  return places;
}

}  // namespace smtplint
