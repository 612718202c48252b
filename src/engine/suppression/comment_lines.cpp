#include "engine/suppression/comment_lines.h"

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

std::vector<std::uint32_t> lines_of_comments(const Source& source, const std::vector<Span>& comments) {
  std::vector<std::uint32_t> about(comments.size());
  Lines below;
  for (std::size_t i = comments.size(); i-- > 0;) {
    const Lines lines = lines_of(source, comments[i]);
    const bool goes_on = below.alone && below.first == lines.last + 1;
    about[i] = !lines.alone ? lines.first : goes_on ? about[i + 1] : lines.last + 1;
    below = lines;
  }
  return about;
}

}  // namespace smtplint::engine
