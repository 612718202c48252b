#pragma once

#include <algorithm>
#include <string_view>

namespace smtplint {

/// Takes the first name off a path whose names are joined by dots: `a` of `a.b`, which leaves `b`.
[[nodiscard]] inline std::string_view take_first_name(std::string_view& path) {
  const std::size_t dot = std::min(path.find('.'), path.size());
  const std::string_view name = path.substr(0, dot);
  path.remove_prefix(std::min(dot + 1, path.size()));
  return name;
}

}  // namespace smtplint
