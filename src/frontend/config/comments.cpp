#include <algorithm>

#include "frontend/config/formats.h"
#include "frontend/config/lines.h"
#include "syntax/json/tree.h"
#include "syntax/script_comments.h"

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

/// The first sign in a line that begins a comment: at its beginning, or behind a blank where that counts.
std::size_t mark_in(const Line& line, std::string_view marks, bool behind_blanks,
                    const std::vector<Span>& scalars) {
  for (std::size_t i = 0; i < line.text.size(); ++i) {
    if (marks.find(line.text[i]) == std::string_view::npos || is_in(scalars, line.begin + i)) continue;
    const bool first = i == 0;
    if (first || (behind_blanks && blanks.find(line.text[i - 1]) != std::string_view::npos)) return i;
    if (!behind_blanks) break;
  }
  return line.text.size();
}

std::vector<Span> marked(std::string_view text, std::string_view marks, bool behind_blanks,
                         const std::vector<Span>& scalars) {
  std::vector<Span> comments;
  for (const Line& line : lines_of(text)) {
    const std::size_t mark = mark_in(line, marks, behind_blanks, scalars);
    if (mark < line.text.size())
      comments.push_back(span_of(line.begin + mark, line.begin + line.text.size()));
  }
  return comments;
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

std::vector<Span> in_yaml(std::string_view text, const ReadOptions& options) {
  std::vector<Span> scalars = scalars_of(read_yaml(text, options));
  for (Span& scalar : scalars) scalar = whole_block(text, scalar);
  std::ranges::sort(scalars, {}, &Span::begin);
  return marked(text, "#", true, scalars);
}

std::vector<Span> in_toml(std::string_view text, const ReadOptions& options) {
  return marked(text, "#", true, scalars_of(read_toml(text, options)));
}

std::vector<Span> in_dotenv(std::string_view text, const ReadOptions& options) {
  return marked(text, "#", true, scalars_of(read_dotenv(text, options)));
}

std::vector<Span> in_ini(std::string_view text, const ReadOptions& options) {
  return marked(text, ";#", true, scalars_of(read_ini(text, options)));
}

std::vector<Span> in_properties(std::string_view text, const ReadOptions& options) {
  return marked(text, "#!", false, scalars_of(read_properties(text, options)));
}

std::vector<Span> in_dockerfile(std::string_view text, const ReadOptions& options) {
  return marked(text, "#", false, scalars_of(read_dockerfile(text, options)));
}

std::vector<Span> in_xml(std::string_view text, const ReadOptions&) {
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

std::vector<Span> in_json(std::string_view text, const ReadOptions& options) {
  const auto tree = json::parse(
      text, {.deepest = options.nesting, .progress_per_kilobyte = options.parse_progress_per_kilobyte});
  return {tree->comments().begin(), tree->comments().end()};
}

std::vector<Span> in_program(std::string_view text, syntax::ScriptLanguage language,
                             const ReadOptions& options) {
  return syntax::script_comments(text, language, {options.nesting, options.parse_progress_per_kilobyte});
}

}  // namespace

std::vector<Span> comments(std::string_view text, Format format, const Limits& limits) {
  const ReadOptions options{limits.nesting, limits.parse_progress_per_kilobyte, limits.nodes(), nullptr};
  switch (format) {
    case Format::json:
      return in_json(text, options);
    case Format::yaml:
      return in_yaml(text, options);
    case Format::toml:
      return in_toml(text, options);
    case Format::dotenv:
      return in_dotenv(text, options);
    case Format::properties:
      return in_properties(text, options);
    case Format::ini:
      return in_ini(text, options);
    case Format::xml:
      return in_xml(text, options);
    case Format::dockerfile:
      return in_dockerfile(text, options);
    case Format::python:
      return in_program(text, syntax::ScriptLanguage::python, options);
    case Format::php:
      return in_program(text, syntax::ScriptLanguage::php, options);
    case Format::powershell:
      return in_program(text, syntax::ScriptLanguage::power_shell, options);
    case Format::options:
      return {};
    case Format::ruby:
      break;
  }
  return in_program(text, syntax::ScriptLanguage::ruby, options);
}

}  // namespace smtplint::config
