#include "lsp/text_change.h"

#include <algorithm>

namespace smtplint::lsp {

TextChange::TextChange(std::string_view analysed, std::shared_ptr<const std::string> shown)
    : shown_(std::move(shown)), lines_(*shown_) {
  const std::string_view now = *shown_;
  const std::size_t shorter = std::min(analysed.size(), now.size());
  while (prefix_ < shorter && analysed[prefix_] == now[prefix_]) ++prefix_;
  std::size_t same = 0;
  while (same < shorter - prefix_ && analysed[analysed.size() - 1 - same] == now[now.size() - 1 - same]) {
    ++same;
  }
  suffix_ = analysed.size() - same;
  growth_ = static_cast<std::int64_t>(now.size()) - static_cast<std::int64_t>(analysed.size());
}

std::optional<std::uint32_t> TextChange::moved(std::uint32_t offset) const {
  if (offset >= suffix_) return static_cast<std::uint32_t>(offset + growth_);
  if (offset <= prefix_) return offset;
  return std::nullopt;
}

}  // namespace smtplint::lsp
