#pragma once

#include <span>
#include <string_view>

namespace smtplint {

/// Which files a language may claim, by their names alone. As data, because hooks and editors need the same
/// answer in patterns of their own.
struct FileNames {
  std::span<const std::string_view> globs;  ///< over the name without its folders; `*`, `?` and `[...]`
  bool any_case = false;

  [[nodiscard]] bool contain(std::string_view path) const;
};

}  // namespace smtplint
