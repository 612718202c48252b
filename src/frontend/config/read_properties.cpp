#include <algorithm>

#include "base/percent_encoding.h"
#include "base/utf8.h"
#include "frontend/config/formats.h"
#include "frontend/config/lines.h"

namespace smtplint::config {
namespace {

constexpr std::string_view blanks = " \t\f\r";

/// An odd number of backslashes at the end of a line joins the next one to it.
bool is_continued(std::string_view line) {
  const std::size_t last = line.find_last_not_of('\\');
  return (line.size() - (last == std::string_view::npos ? 0 : last + 1)) % 2 == 1;
}

/// Where the key ends: at a separator that no backslash stands before.
std::size_t key_end(std::string_view line) {
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (line[i] == '\\') {
      ++i;
    } else if (line[i] == '=' || line[i] == ':' || blanks.find(line[i]) != std::string_view::npos) {
      return i;
    }
  }
  return line.size();
}

std::size_t value_begin(std::string_view line, std::size_t at) {
  at = std::min(line.find_first_not_of(blanks, at), line.size());
  if (at < line.size() && (line[at] == '=' || line[at] == ':')) ++at;
  return std::min(line.find_first_not_of(blanks, at), line.size());
}

/// `\u00e9`; 0 where four digits do not follow.
char32_t code_point(std::string_view digits) {
  if (digits.size() < 4) return 0;
  char32_t value = 0;
  for (const char digit : digits.substr(0, 4)) {
    const auto number = hex_digit(digit);
    if (!number) return 0;
    value = value * 16 + *number;
  }
  return value;
}

void append_escape(std::string_view text, std::size_t& at, std::string& decoded) {
  const char letter = text[++at];
  if (letter == 'u') {
    const char32_t code = code_point(text.substr(at + 1));
    if (code != 0) {
      utf8::append(decoded, code);
      at += 4;
      return;
    }
  }
  if (letter == '\n' || letter == '\r') {
    at = std::min(text.find_first_not_of(" \t\f\r\n", at), text.size()) - 1;
    return;
  }
  constexpr std::string_view letters = "tnrf", controls = "\t\n\r\f";
  const std::size_t known = letters.find(letter);
  decoded += known == std::string_view::npos ? letter : controls[known];
}

std::string decoded(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\\' && i + 1 < text.size()) {
      append_escape(text, i, result);
    } else {
      result += text[i];
    }
  }
  return result;
}

/// A comment to others, Spring begins another document behind it.
bool parts_documents(std::string_view line) { return line == "#---" || line == "!---"; }

}  // namespace

Reading read_properties(std::string_view text, const ReadOptions& /*options*/) {
  Reading reading;
  reading.documents.push_back({Node::Kind::map, {}, {}, {}, {}});
  const std::vector<Line> lines = lines_of(text);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const Line& first = lines[i];
    if (parts_documents(first.text)) reading.documents.push_back({Node::Kind::map, {}, {}, {}, {}});
    if (first.text.empty() || first.text.front() == '#' || first.text.front() == '!') continue;
    while (is_continued(lines[i].text) && i + 1 < lines.size()) ++i;
    const std::size_t end = lines[i].begin + lines[i].text.size();
    const std::string_view whole = text.substr(first.begin, end - first.begin);
    const std::size_t key = key_end(whole), value = value_begin(whole, key);
    reading.documents.back().members.push_back(
        {decoded(whole.substr(0, key)), span_of(first.begin, first.begin + key),
         text_node(first.begin + value, end, decoded(whole.substr(value)))});
  }
  return reading;
}

}  // namespace smtplint::config
