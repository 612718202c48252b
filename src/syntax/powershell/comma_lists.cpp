#include "syntax/powershell/comma_lists.h"

#include <algorithm>

namespace smtplint::powershell {
namespace {

/// Where the text, here-text or comment that begins at `at` ends; `at` itself where none begins.
std::size_t end_of_quoted(std::string_view text, std::size_t at) {
  const auto behind = [text](std::string_view end, std::size_t from) {
    const std::size_t found = text.find(end, from);
    return found == std::string_view::npos ? text.size() : found + end.size();
  };
  const std::string_view rest = text.substr(at);
  if (rest.starts_with("@\"")) return behind("\n\"@", at + 2);
  if (rest.starts_with("@'")) return behind("\n'@", at + 2);
  if (rest.starts_with("<#")) return behind("#>", at + 2);
  if (rest.starts_with("#")) return std::min(text.find('\n', at), text.size());
  if (rest.starts_with("'")) return behind("'", at + 1);
  if (!rest.starts_with("\"")) return at;
  for (std::size_t i = at + 1; i < text.size(); ++i) {
    if (text[i] == '`') ++i;
    if (i < text.size() && text[i] == '"') return i + 1;
  }
  return text.size();
}

}  // namespace

std::string with_blanks_before_commas(std::string_view text) {
  std::string result(text);
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = end_of_quoted(text, at);
    if (end > at) {
      at = end;
      continue;
    }
    if (text[at] == ',' && at + 1 < text.size() && text[at + 1] == ' ') std::swap(result[at], result[at + 1]);
    ++at;
  }
  return result;
}

}  // namespace smtplint::powershell
