#include "syntax/powershell/comma_lists.h"

#include <utility>

#include "syntax/powershell/quoted.h"

namespace smtplint::powershell {
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
