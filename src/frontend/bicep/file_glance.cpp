#include "frontend/bicep/file_glance.h"

namespace smtplint::bicep {

std::optional<std::vector<std::string>> sources_named_in(std::string_view text) {
  constexpr std::string_view end = ".bicep'";
  // An escape may spell any part of a name.
  if (text.find("\\u{") != std::string_view::npos) return std::nullopt;
  std::vector<std::string> found;
  for (std::size_t at = text.find(end); at != std::string_view::npos; at = text.find(end, at + 1)) {
    const std::size_t begin = text.find_last_of("'\n", at);
    const bool plain = begin != std::string_view::npos && text[begin] == '\'' &&
                       text.substr(begin, at - begin).find('\\') == std::string_view::npos &&
                       (begin == 0 || text[begin - 1] != '\\');
    if (!plain) return std::nullopt;
    found.emplace_back(text.substr(begin + 1, at + end.size() - begin - 2));
  }
  return found;
}

}  // namespace smtplint::bicep
