#include "base/name_patterns.h"

#include <algorithm>

#include "base/glob.h"
#include "base/path.h"

namespace smtplint {

bool fits_any(std::string_view name, const std::vector<std::string>& patterns) {
  return std::ranges::any_of(
      patterns, [name](const std::string& pattern) { return glob_matches_ignoring_case(pattern, name); });
}

bool is_below_any(std::string_view path, const std::vector<std::string>& patterns) {
  for (std::string_view rest = folder_of(path); !rest.empty(); rest = folder_of(rest)) {
    if (fits_any(file_name(rest), patterns)) return true;
  }
  return false;
}

}  // namespace smtplint
