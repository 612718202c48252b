#include "syntax/json/brackets.h"

#include <algorithm>
#include <vector>

namespace smtplint::json {
namespace {

std::size_t behind(std::string_view text, std::string_view token, std::size_t from) {
  const std::size_t at = text.find(token, from);
  return at == std::string_view::npos ? text.size() : at + token.size();
}

/// Can the text go on after a string? As the scanner of the grammar has it.
bool may_follow_string(std::string_view text, std::size_t at) {
  at = text.find_first_not_of(" \t\r\n", at);
  return at == std::string_view::npos || std::string_view(",:}]/").find(text[at]) != std::string_view::npos;
}

/// A string over several lines has to be followed by what can follow a string, or it is only its first line.
std::size_t behind_string(std::string_view text, std::size_t at) {
  std::size_t newline = std::string_view::npos;
  for (++at; at < text.size() && text[at] != '"'; ++at) {
    if (text[at] == '\n') newline = std::min(newline, at);
    if (text[at] == '\\' && at + 1 < text.size() && (text[at + 1] == '"' || text[at + 1] == '\\')) ++at;
  }
  const bool closed =
      at < text.size() && (newline == std::string_view::npos || may_follow_string(text, at + 1));
  return closed ? at + 1 : std::min(newline, text.size());
}

}  // namespace

Brackets scan_brackets(std::string_view text) {
  Brackets brackets;
  std::vector<std::uint32_t> open;
  for (std::size_t at = 0; at < text.size();) {
    switch (text[at]) {
      case '"':
        at = behind_string(text, at);
        continue;
      case '/':
        if (text.substr(at, 2) == "//") at = behind(text, "\n", at) - 1;
        if (text.substr(at, 2) == "/*") at = behind(text, "*/", at + 2) - 1;
        break;
      case '{':
      case '[':
        open.push_back(static_cast<std::uint32_t>(at));
        brackets.deepest = std::max(brackets.deepest, static_cast<std::uint32_t>(open.size()));
        break;
      case '}':
      case ']':
        if (!open.empty()) open.pop_back();
        break;
      default:
        break;
    }
    ++at;
  }
  for (auto bracket = open.rbegin(); bracket != open.rend(); ++bracket) {
    brackets.closers += text[*bracket] == '{' ? '}' : ']';
  }
  if (!open.empty()) brackets.unclosed = Span{open.front(), open.front() + 1};
  return brackets;
}

}  // namespace smtplint::json
