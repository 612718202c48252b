#include "base/file_names.h"

#include <algorithm>

#include "base/glob.h"
#include "base/path.h"

namespace smtplint {

bool FileNames::contain(std::string_view path) const {
  const std::string_view name = file_name(path);
  return std::ranges::any_of(globs, [this, name](std::string_view glob) {
    return any_case ? glob_matches_ignoring_case(glob, name) : glob_matches(glob, name);
  });
}

}  // namespace smtplint
