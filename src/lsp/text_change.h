#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/line_index.h"

namespace smtplint::lsp {

/// How the text that was analysed became the one that the editor shows: one stretch was replaced. They differ
/// by a byte order mark, or while the shown text does not parse.
class TextChange {
 public:
  TextChange(std::string_view analysed, std::shared_ptr<const std::string> shown);

  /// Where an offset of the analysed text is now; nothing within the stretch that was replaced.
  [[nodiscard]] std::optional<std::uint32_t> moved(std::uint32_t offset) const;
  [[nodiscard]] const LineIndex& lines() const { return lines_; }

 private:
  std::shared_ptr<const std::string> shown_;
  LineIndex lines_;
  std::size_t prefix_ = 0;  ///< bytes that both begin with
  std::size_t suffix_ = 0;  ///< where the common end begins in the analysed text
  std::int64_t growth_ = 0;
};

}  // namespace smtplint::lsp
