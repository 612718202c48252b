#include "base/name_patterns.h"

#include <algorithm>

#include "base/glob.h"

namespace smtplint {

bool fits_any(std::string_view name, const std::vector<std::string>& patterns) {
  return std::ranges::any_of(
      patterns, [name](const std::string& pattern) { return glob_matches_ignoring_case(pattern, name); });
}

}  // namespace smtplint
