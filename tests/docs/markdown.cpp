#include "docs/markdown.h"

#include <algorithm>

namespace smtplint::docs {
namespace {

std::string cell(std::string text) {
  for (std::size_t at = text.find('|'); at != std::string::npos; at = text.find('|', at + 2))
    text.insert(at, "\\");
  return text.empty() ? "-" : text;
}

std::string row(const std::vector<std::string>& cells) {
  std::string line = "|";
  for (const std::string& text : cells) line += " " + cell(text) + " |";
  return line + "\n";
}

}  // namespace

std::string joined(const std::vector<std::string>& words, std::string_view separator) {
  std::string text;
  for (const std::string& word : words) {
    if (!text.empty()) text += separator;
    text += word;
  }
  return text;
}

std::string code(std::string_view word) { return "`" + std::string(word) + "`"; }

std::vector<std::string> code(const std::vector<std::string>& words) {
  std::vector<std::string> marked;
  for (const std::string& word : words) marked.push_back(code(word));
  return marked;
}

std::string source_link(const std::string& source) {
  return source.starts_with("https://") ? "<" + source + ">" : code(source);
}

std::string table(const std::vector<std::string>& head, const std::vector<std::vector<std::string>>& rows) {
  std::string text = row(head) + "|";
  for (std::size_t i = 0; i < head.size(); ++i) text += "---|";
  text += "\n";
  for (const std::vector<std::string>& cells : rows) text += row(cells);
  return text;
}

std::string fenced(std::string_view language, const std::string& text) {
  std::string fence = "```";
  while (text.find(fence) != std::string::npos) fence += '`';
  const std::string end = text.empty() || text.ends_with('\n') ? "" : "\n";
  return fence + std::string(language) + "\n" + text + end + fence + "\n";
}

}  // namespace smtplint::docs
