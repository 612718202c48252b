#pragma once

#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "frontend/config/node.h"

namespace smtplint::config {

/// A scalar of a document with the names on the way to it.
struct Entry {
  std::string path;
  Span key;
  const Node* value = nullptr;
};

/// All scalars of a document, which must outlive them, in the order of the file.
struct Flat {
  std::vector<Entry> entries;
  std::deque<Node> made;  ///< values that are only a part of a scalar of the document
};

/// At most `most` entries. Lists of `{name, value}` and of `NAME=value` count as maps.
[[nodiscard]] Flat flatten(const Node& document, std::string_view separator, std::size_t most);

}  // namespace smtplint::config
