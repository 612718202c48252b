#include "base/assert.h"

#include <cstdio>
#include <cstdlib>

namespace smtplint {

void assertion_failed(const char* condition, const char* file, int line) {
  std::fprintf(stderr, "smtplint: internal error: %s does not hold (%s:%d)\n", condition, file, line);
  std::_Exit(2);
}

}  // namespace smtplint
