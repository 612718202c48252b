#include "base/line_index.h"

#include <algorithm>

#include "base/utf8.h"

namespace smtplint {
namespace {

/// How far apart milestones are; shorter lines have none.
constexpr std::uint32_t stride = 1u << 12u;

std::uint32_t width(char32_t scalar, std::uint32_t bytes, ColumnUnit unit) {
  switch (unit) {
    case ColumnUnit::unicode_scalar:
      return 1;
    case ColumnUnit::utf16:
      return scalar > 0xffff ? 2 : 1;
    case ColumnUnit::utf8:
      return bytes;
  }
  return 1;
}

/// Nearly all that machines write is ASCII.
utf8::Decoded decoded_at(std::string_view text, std::uint32_t at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  return byte < 0x80 ? utf8::Decoded{byte, 1, true} : utf8::decode(text.substr(at));
}

}  // namespace

LineIndex::LineIndex(std::string_view text) : text_(text), starts_{0} {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool lone_return = text[i] == '\r' && (i + 1 == text.size() || text[i + 1] != '\n');
    if (text[i] != '\n' && !lone_return) continue;
    const auto next = static_cast<std::uint32_t>(i + 1);
    add_milestones(starts_.back(), next);
    starts_.push_back(next);
  }
  add_milestones(starts_.back(), static_cast<std::uint32_t>(text.size()));
}

void LineIndex::add_milestones(std::uint32_t begin, std::uint32_t end) {
  Milestone here{begin, 0, 0};
  while (end - here.offset > stride) {
    const std::uint32_t stop = here.offset + stride;
    while (here.offset < stop) {
      const utf8::Decoded next = decoded_at(text_, here.offset);
      here.offset += next.bytes;
      here.scalars += 1;
      here.utf16 += width(next.scalar, next.bytes, ColumnUnit::utf16);
    }
    milestones_.push_back(here);
  }
}

Position LineIndex::position(std::uint32_t offset, ColumnUnit unit) const {
  offset = std::min(offset, static_cast<std::uint32_t>(text_.size()));
  const auto after = std::upper_bound(starts_.begin(), starts_.end(), offset);
  const auto line = static_cast<std::uint32_t>(after - starts_.begin());
  std::uint32_t at = starts_[line - 1];
  std::uint32_t column = 1;
  const auto beyond = std::ranges::upper_bound(milestones_, offset, {}, &Milestone::offset);
  if (beyond != milestones_.begin() && std::prev(beyond)->offset > at) {
    const Milestone& passed = *std::prev(beyond);
    const std::uint32_t characters = unit == ColumnUnit::utf16 ? passed.utf16 : passed.scalars;
    column += unit == ColumnUnit::utf8 ? passed.offset - at : characters;
    at = passed.offset;
  }
  while (at < offset) {
    const utf8::Decoded next = decoded_at(text_, at);
    column += width(next.scalar, next.bytes, unit);
    at += next.bytes;
  }
  return {line, column};
}

std::uint32_t LineIndex::offset(Position position, ColumnUnit unit) const {
  if (position.line == 0) return 0;
  if (position.line > starts_.size()) return static_cast<std::uint32_t>(text_.size());
  const std::uint32_t start = starts_[position.line - 1];
  const std::string_view content = line(position.line);
  std::uint32_t column = 1;
  std::uint32_t at = 0;
  while (at < content.size() && column < position.column) {
    const utf8::Decoded next = utf8::decode(content.substr(at));
    column += width(next.scalar, next.bytes, unit);
    if (column > position.column) break;  // within a character: its begin
    at += next.bytes;
  }
  return start + at;
}

std::string_view LineIndex::line(std::uint32_t number) const {
  if (number == 0 || number > starts_.size()) return {};
  const std::size_t begin = starts_[number - 1];
  const std::size_t end = number < starts_.size() ? starts_[number] : text_.size();
  std::string_view content = text_.substr(begin, end - begin);
  while (!content.empty() && (content.back() == '\n' || content.back() == '\r')) content.remove_suffix(1);
  return content;
}

}  // namespace smtplint
