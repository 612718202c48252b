#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "frontend/config/node.h"

namespace smtplint::config {

/// A text in a block scalar, which stands line by line behind the line with its `|`.
class BlockText {
 public:
  /// Nothing where the lines of the text are not those of the document.
  static std::optional<BlockText> find(std::string_view document, const Node& block);

  /// Where a part of the text stands in the document.
  [[nodiscard]] Span place(Span inside) const;
  /// Where each line stands, with its end.
  [[nodiscard]] std::vector<Span> lines() const;

 private:
  struct Line {
    std::size_t begin = 0;  ///< in the text
    std::size_t place = 0;  ///< in the document
  };
  [[nodiscard]] std::size_t offset(std::size_t inside) const;

  std::vector<Line> lines_;
  std::size_t size_ = 0;
};

}  // namespace smtplint::config
