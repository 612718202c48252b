#include "frontend/config/comments.h"

#include <algorithm>

#include "frontend/config/formats.h"
#include "frontend/config/lines.h"
#include "syntax/json/tree.h"

namespace smtplint::config {
namespace {

constexpr std::string_view blanks = " \t";

void add_scalars(const Node& node, std::vector<Span>& spans) {
  if (node.kind == Node::Kind::text) spans.push_back(node.span);
  for (const Node& item : node.items) add_scalars(item, spans);
  for (const Member& member : node.members) {
    spans.push_back(member.name_span);
    add_scalars(member.value, spans);
  }
}

/// The names and values of all documents, in order: no comment stands in them.
std::vector<Span> scalars_of(const Reading& reading) {
  std::vector<Span> spans;
  for (const Node& document : reading.documents) add_scalars(document, spans);
  std::ranges::sort(spans, {}, &Span::begin);
  return spans;
}

bool is_in(const std::vector<Span>& spans, std::size_t at) {
  const auto behind = std::ranges::upper_bound(spans, at, {}, &Span::begin);
  // Names of several lines are rare, and none is longer than its neighbours: the last that begins before
  // counts.
  return behind != spans.begin() && at < std::prev(behind)->end;
}

/// The first sign in a line that begins a comment; the end of the line where there is none.
std::size_t sign_in(const Line& line, const LineComments& comments, const std::vector<Span>& scalars) {
  const bool behind = comments.where == LineComments::Where::behind_values;
  for (std::size_t i = 0; i < line.text.size(); ++i) {
    if (comments.signs.find(line.text[i]) == std::string_view::npos || is_in(scalars, line.begin + i))
      continue;
    if (i == 0 || (behind && blanks.find(line.text[i - 1]) != std::string_view::npos)) return i;
    if (!behind) break;
  }
  return line.text.size();
}

std::vector<Span> in_lines(std::string_view text, const LineComments& comments,
                           const std::vector<Span>& scalars) {
  std::vector<Span> found;
  for (const Line& line : lines_of(text)) {
    const std::size_t sign = sign_in(line, comments, scalars);
    if (sign < line.text.size()) found.push_back(span_of(line.begin + sign, line.begin + line.text.size()));
  }
  return found;
}

/// Where the key or item stands whose block begins on a line: behind its dashes.
std::size_t column_of_key(std::string_view line) {
  std::size_t column = line.find_first_not_of(" -");
  return std::min(column, line.size());
}

/// A block of YAML is known by its first line; it ends where the indent does.
Span whole_block(std::string_view text, Span scalar) {
  if (scalar.begin >= text.size() || (text[scalar.begin] != '|' && text[scalar.begin] != '>')) return scalar;
  const std::size_t line = text.rfind('\n', scalar.begin) + 1;  // npos + 1 is the beginning
  const std::size_t key = column_of_key(text.substr(line, scalar.begin - line));
  std::size_t end = std::min(text.find('\n', scalar.begin), text.size());
  while (end < text.size()) {
    const std::size_t next = std::min(text.find('\n', end + 1), text.size());
    const std::string_view inside = text.substr(end + 1, next - end - 1);
    const std::size_t indent = inside.find_first_not_of(blanks);
    if (indent != std::string_view::npos && indent <= key) break;
    end = next;
  }
  // What stands behind the sign on its own line may be a comment.
  return span_of(std::min(text.find('\n', scalar.begin), end), end);
}

}  // namespace

std::vector<Span> yaml_comments(std::string_view text, const ReadOptions& options) {
  std::vector<Span> scalars = scalars_of(read_yaml(text, options));
  for (Span& scalar : scalars) scalar = whole_block(text, scalar);
  std::ranges::sort(scalars, {}, &Span::begin);
  return in_lines(text, {"#", LineComments::Where::behind_values}, scalars);
}

std::vector<Span> xml_comments(std::string_view text, const ReadOptions&) {
  constexpr std::string_view opens = "<!--", closes = "-->", text_opens = "<![CDATA[", text_closes = "]]>";
  std::vector<Span> comments;
  for (std::size_t at = text.find("<!"); at != std::string_view::npos; at = text.find("<!", at)) {
    const bool comment = text.substr(at).starts_with(opens);
    const bool verbatim = text.substr(at).starts_with(text_opens);
    const std::string_view end = comment ? closes : verbatim ? text_closes : std::string_view(">");
    const std::size_t close = text.find(end, at + 2);
    if (close == std::string_view::npos) break;
    if (comment) comments.push_back(span_of(at, close + end.size()));
    at = close + end.size();
  }
  return comments;
}

std::vector<Span> json_comments(std::string_view text, const ReadOptions& options) {
  const auto tree = json::parse(
      text, {.deepest = options.nesting, .progress_per_kilobyte = options.parse_progress_per_kilobyte});
  return {tree->comments().begin(), tree->comments().end()};
}

std::vector<Span> comments(std::string_view text, Format format, const Limits& limits) {
  const FormatRow& row = row_of(format);
  const ReadOptions options{limits.nesting, limits.parse_progress_per_kilobyte, limits.nodes(), nullptr};
  if (row.find_comments != nullptr) return row.find_comments(text, options);
  if (row.line_comments.signs.empty()) return {};
  return in_lines(text, row.line_comments, scalars_of(row.read(text, options)));
}

}  // namespace smtplint::config
