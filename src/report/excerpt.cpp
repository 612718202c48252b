#include "report/excerpt.h"

#include <algorithm>
#include <vector>

#include "base/utf8.h"
#include "report/display.h"

namespace smtplint::report {
namespace {

constexpr std::uint32_t widest_line = 200;  ///< terminal columns; longer lines are cut
constexpr std::uint32_t columns_before_mark = 60;
/// Enough for `widest_line` columns, so that a line of megabytes costs no more than a short one.
constexpr std::uint32_t inspected_bytes = 4 * widest_line;

struct Cell {
  Glyph glyph;
  std::uint32_t offset;  ///< in the source
};

struct Slice {
  std::uint32_t begin;
  std::uint32_t end;
  bool cut_left;
  bool cut_right;
};

bool continues_scalar(char byte) { return (static_cast<unsigned char>(byte) & 0xc0u) == 0x80u; }

bool ends_line(char byte) { return byte == '\n' || byte == '\r'; }

Slice slice_around(std::string_view text, std::uint32_t mark) {
  const auto size = static_cast<std::uint32_t>(text.size());
  std::uint32_t begin = mark;
  while (begin > 0 && !ends_line(text[begin - 1]) && mark - begin < inspected_bytes) --begin;
  while (begin < mark && continues_scalar(text[begin])) ++begin;
  std::uint32_t end = mark;
  while (end < size && !ends_line(text[end]) && end - mark < inspected_bytes) ++end;
  while (end > mark && end < size && continues_scalar(text[end])) --end;
  return {begin, end, begin > 0 && !ends_line(text[begin - 1]), end < size && !ends_line(text[end])};
}

std::vector<Cell> cells_of(std::string_view text, Slice slice, SourceId source, const SecretMask& mask) {
  std::vector<Cell> cells;
  for (std::uint32_t at = slice.begin; at < slice.end;) {
    const utf8::Decoded next = utf8::decode(text.substr(at));
    Glyph glyph = glyph_of(next.scalar);
    if (mask.hides(source, at)) glyph.text.assign(glyph.width, '*');
    cells.push_back({std::move(glyph), at});
    at += next.bytes;
  }
  return cells;
}

std::uint32_t width_of(const std::vector<Cell>& cells) {
  std::uint32_t width = 0;
  for (const Cell& cell : cells) width += cell.glyph.width;
  return width;
}

/// Drops cells on both sides until the rest fits, keeping the mark's first column inside.
void cut_to_window(std::vector<Cell>& cells, std::uint32_t mark, Slice& slice) {
  std::uint32_t total = width_of(cells);
  std::uint32_t before = 0;
  for (const Cell& cell : cells) before += cell.offset < mark ? cell.glyph.width : 0;
  auto first = cells.begin();
  while (total > widest_line && before > columns_before_mark) {
    total -= first->glyph.width;
    before -= first->glyph.width;
    slice.cut_left = true;
    ++first;
  }
  cells.erase(cells.begin(), first);
  while (total > widest_line) {
    total -= cells.back().glyph.width;
    cells.pop_back();
    slice.cut_right = true;
  }
}

}  // namespace

Excerpt excerpt_of(const SourceStore& sources, Place place, const SecretMask& mask) {
  constexpr std::string_view ellipsis = "...";
  const Source& source = sources.get(place.source);
  Slice slice = slice_around(source.text(), place.span.begin);
  std::vector<Cell> cells = cells_of(source.text(), slice, place.source, mask);
  cut_to_window(cells, place.span.begin, slice);

  Excerpt excerpt;
  excerpt.line = source.lines().position(place.span.begin, ColumnUnit::utf8).line;
  const std::uint32_t last = std::max(place.span.begin, place.span.end - (place.span.length() > 0 ? 1 : 0));
  excerpt.last_line = source.lines().position(last, ColumnUnit::utf8).line;
  if (slice.cut_left) excerpt.text = ellipsis;
  excerpt.mark_begin = static_cast<std::uint32_t>(excerpt.text.size());
  std::uint32_t marked = 0;
  for (const Cell& cell : cells) {
    excerpt.text += cell.glyph.text;
    if (cell.offset < place.span.begin) excerpt.mark_begin += cell.glyph.width;
    if (cell.offset >= place.span.begin && cell.offset < place.span.end) marked += cell.glyph.width;
  }
  if (slice.cut_right) excerpt.text += ellipsis;
  excerpt.mark_width = std::max(marked, 1u);
  return excerpt;
}

}  // namespace smtplint::report
