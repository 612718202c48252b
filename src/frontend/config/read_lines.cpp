#include <algorithm>
#include <map>
#include <optional>
#include <string>

#include "frontend/config/formats.h"
#include "frontend/config/lines.h"

namespace smtplint::config {
namespace {

constexpr std::string_view blanks = " \t\r\f";

bool starts_comment(const Line& line, std::string_view marks) {
  return !line.text.empty() && marks.find(line.text.front()) != std::string_view::npos;
}

/// A value in quotes: what stands between them, up to the closing one on the same line.
std::optional<Node> quoted(const Line& value) {
  if (value.text.empty()) return std::nullopt;
  const char quote = value.text.front();
  if (quote != '"' && quote != '\'') return std::nullopt;
  std::size_t end = 1;
  while (end < value.text.size() && value.text[end] != quote) {
    end += quote == '"' && value.text[end] == '\\' ? 2 : 1;
  }
  if (end >= value.text.size()) return std::nullopt;
  std::string decoded;
  for (std::size_t i = 1; i < end; ++i) {
    const bool escape = quote == '"' && value.text[i] == '\\' && i + 1 < end;
    if (escape) ++i;
    decoded += escape && value.text[i] == 'n' ? '\n' : value.text[i];
  }
  return text_node(value.begin + 1, value.begin + end, std::move(decoded));
}

/// A value without quotes ends where a comment begins, if blanks stand before it.
Node bare(const Line& value, std::string_view comment_marks) {
  std::size_t end = value.text.size();
  for (std::size_t i = 1; i < value.text.size(); ++i) {
    const bool mark = comment_marks.find(value.text[i]) != std::string_view::npos;
    if (mark && blanks.find(value.text[i - 1]) != std::string_view::npos) {
      end = i;
      break;
    }
  }
  const Line rest = trimmed({value.begin, value.text.substr(0, end)});
  return text_node(rest.begin, rest.begin + rest.text.size(), std::string(rest.text));
}

Node value_of(const Line& value, std::string_view comment_marks) {
  if (starts_comment(value, comment_marks)) return text_node(value.begin, value.begin, "");
  auto in_quotes = quoted(value);
  return in_quotes ? std::move(*in_quotes) : bare(value, comment_marks);
}

std::optional<Member> assignment(const Line& line, std::string_view comment_marks) {
  const std::size_t equals = line.text.find('=');
  if (equals == std::string_view::npos) return std::nullopt;
  const Line key = trimmed({line.begin, line.text.substr(0, equals)});
  if (key.text.empty() || key.text.find_first_of(blanks) != std::string_view::npos) return std::nullopt;
  const Line value = trimmed({line.begin + equals + 1, line.text.substr(equals + 1)});
  return Member{std::string(key.text), span_of(key.begin, key.begin + key.text.size()),
                value_of(value, comment_marks)};
}

Line without_export(const Line& line) {
  constexpr std::string_view word = "export ";
  if (!line.text.starts_with(word)) return line;
  return trimmed({line.begin + word.size(), line.text.substr(word.size())});
}

/// The map of a section, made where it is first named.
std::vector<Member>& section_in(Node& document, const Line& line) {
  const Line name = trimmed({line.begin + 1, line.text.substr(1, line.text.find(']') - 1)});
  const auto same = std::ranges::find(document.members, name.text, &Member::name);
  if (same != document.members.end() && same->value.kind == Node::Kind::map) return same->value.members;
  Node section;
  section.kind = Node::Kind::map;
  section.span = span_of(name.begin, name.begin + name.text.size());
  document.members.push_back({std::string(name.text), section.span, std::move(section)});
  return document.members.back().value.members;
}

bool is_section(const Line& line) {
  return line.text.starts_with('[') && line.text.find(']') != std::string_view::npos;
}

}  // namespace

Line trimmed(const Line& line) {
  const std::size_t begin = std::min(line.text.find_first_not_of(blanks), line.text.size());
  return {line.begin + begin, line.text.substr(begin, line.text.find_last_not_of(blanks) + 1 - begin)};
}

std::vector<Line> lines_of(std::string_view text) {
  std::vector<Line> lines;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find_first_of("\r\n", begin), text.size());
    lines.push_back(trimmed({begin, text.substr(begin, end - begin)}));
    begin = end + (text.substr(end).starts_with("\r\n") ? 2 : 1);
  }
  return lines;
}

Reading read_dotenv(std::string_view text, const ReadOptions& /*options*/) {
  Node document;
  document.kind = Node::Kind::map;
  std::map<std::string, std::size_t> positions;
  for (const Line& line : lines_of(text)) {
    if (starts_comment(line, "#")) continue;
    auto member = assignment(without_export(line), "#");
    if (!member) continue;
    // The last line of a name counts.
    const auto [position, is_new] = positions.try_emplace(member->name, document.members.size());
    if (is_new) {
      document.members.push_back(std::move(*member));
    } else {
      document.members[position->second] = std::move(*member);
    }
  }
  return {{std::move(document)}, {}};
}

Reading read_ini(std::string_view text, const ReadOptions& /*options*/) {
  Node document;
  document.kind = Node::Kind::map;
  std::vector<Member>* section = &document.members;
  for (const Line& line : lines_of(text)) {
    if (starts_comment(line, ";#")) continue;
    if (is_section(line)) {
      section = &section_in(document, line);
    } else if (auto member = assignment(line, ";#")) {
      section->push_back(std::move(*member));
    }
  }
  return {{std::move(document)}, {}};
}

}  // namespace smtplint::config
