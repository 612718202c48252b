#include "base/glob.h"

#include "base/letter_case.h"

namespace smtplint {

/// The last star takes as little as it can; where that fails, it takes one byte more. Linear memory, and at
/// most the product of both lengths in time.
bool fits_glob(std::string_view name, std::string_view pattern) {
  std::size_t n = 0, p = 0;
  std::size_t star = std::string_view::npos, taken = 0;
  while (n < name.size()) {
    if (p < pattern.size() && pattern[p] == '*') {
      star = p++;
      taken = n;
    } else if (p < pattern.size() && lower_case(pattern[p]) == lower_case(name[n])) {
      ++p;
      ++n;
    } else if (star != std::string_view::npos) {
      p = star + 1;
      n = ++taken;
    } else {
      return false;
    }
  }
  while (p < pattern.size() && pattern[p] == '*') ++p;
  return p == pattern.size();
}

}  // namespace smtplint
