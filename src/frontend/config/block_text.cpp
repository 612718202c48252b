#include "frontend/config/block_text.h"

#include <algorithm>

namespace smtplint::config {
namespace {

std::size_t next_line(std::string_view text, std::size_t at) {
  const std::size_t end = text.find('\n', std::min(at, text.size()));
  return end == std::string_view::npos ? text.size() : end + 1;
}

}  // namespace

std::optional<BlockText> BlockText::find(std::string_view document, const Node& block) {
  BlockText found;
  found.size_ = block.text.size();
  std::size_t at = next_line(document, block.span.begin);
  std::optional<std::size_t> indent;
  for (std::size_t begin = 0; begin < block.text.size();) {
    const std::size_t end = std::min(block.text.find('\n', begin), block.text.size());
    const std::string_view line = std::string_view(block.text).substr(begin, end - begin);
    if (!line.empty() && !indent) indent = document.find_first_not_of(' ', at) - at;
    const std::size_t start = line.empty() ? at : at + indent.value_or(0);
    if (start > document.size() || !document.substr(start).starts_with(line)) return std::nullopt;
    found.lines_.push_back({begin, start});
    at = next_line(document, at);
    begin = end + 1;
  }
  return found;
}

Span BlockText::place(Span inside) const { return span_of(offset(inside.begin), offset(inside.end)); }

std::vector<Span> BlockText::lines() const {
  std::vector<Span> spans;
  for (std::size_t i = 0; i < lines_.size(); ++i) {
    const std::size_t end = i + 1 < lines_.size() ? lines_[i + 1].begin : size_;
    spans.push_back(span_of(lines_[i].place, lines_[i].place + (end - lines_[i].begin)));
  }
  return spans;
}

std::size_t BlockText::offset(std::size_t inside) const {
  const auto after = std::ranges::upper_bound(lines_, inside, {}, &Line::begin);
  if (after == lines_.begin()) return 0;
  const Line& line = *(after - 1);
  return line.place + (inside - line.begin);
}

}  // namespace smtplint::config
