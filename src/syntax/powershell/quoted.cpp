#include "syntax/powershell/quoted.h"

#include <algorithm>

namespace smtplint::powershell {

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

}  // namespace smtplint::powershell
