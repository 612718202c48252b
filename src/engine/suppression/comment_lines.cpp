#include "engine/suppression/comment_lines.h"

#include <algorithm>

namespace smtplint::engine {
namespace {

bool is_blank(std::string_view text) { return text.find_first_not_of(" \t\r\n") == std::string_view::npos; }

/// The comment without the line end that a grammar may have given it.
Span trimmed(const Source& source, Span comment) {
  while (comment.begin < comment.end && is_blank(source.text().substr(comment.end - 1, 1))) --comment.end;
  return comment;
}

struct Lines {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  bool alone = false;  ///< nothing else stands on them
};

Lines lines_of(const Source& source, Span written) {
  const Span comment = trimmed(source, written);
  const LineIndex& index = source.lines();
  Lines lines{index.position(comment.begin, ColumnUnit::utf8).line,
              index.position(comment.end, ColumnUnit::utf8).line};
  const std::uint32_t begin = index.offset({lines.first, 1}, ColumnUnit::utf8);
  const std::uint32_t end = index.offset({lines.last, 1}, ColumnUnit::utf8) +
                            static_cast<std::uint32_t>(index.line(lines.last).size());
  lines.alone = is_blank(source.slice({begin, comment.begin})) && is_blank(source.slice({comment.end, end}));
  return lines;
}

}  // namespace

std::uint32_t line_of_comment(const Source& source, Span comment, const std::vector<Span>& comments) {
  Lines lines = lines_of(source, comment);
  if (!lines.alone) return lines.first;
  for (auto next = std::ranges::upper_bound(comments, comment); next != comments.end(); ++next) {
    const Lines below = lines_of(source, *next);
    if (!below.alone || below.first != lines.last + 1) break;
    lines = below;
  }
  return lines.last + 1;
}

}  // namespace smtplint::engine
