#pragma once

#include <string_view>
#include <utility>
#include <vector>

namespace smtplint::fuzz {

/// Takes one input apart into files: each begins with a line `=== path`.
inline std::vector<std::pair<std::string_view, std::string_view>> files_of(std::string_view input) {
  constexpr std::string_view marker = "=== ";
  std::vector<std::pair<std::string_view, std::string_view>> files;
  while (input.starts_with(marker)) {
    const std::size_t line_end = input.find('\n');
    if (line_end == std::string_view::npos) break;
    const std::string_view path = input.substr(marker.size(), line_end - marker.size());
    input.remove_prefix(line_end);
    const std::size_t next = input.find("\n=== ");
    files.emplace_back(path, input.substr(1, next));
    if (next == std::string_view::npos) break;
    input.remove_prefix(next + 1);
  }
  return files;
}

}  // namespace smtplint::fuzz
