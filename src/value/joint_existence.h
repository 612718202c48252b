#pragma once

#include "value/existence.h"

namespace smtplint {

/// Of what exists only where both do; what the first one hangs on counts before the second.
[[nodiscard]] inline const Existence& both(const Existence& first, const Existence& second) {
  return first.truth == Truth::yes ? second : first;
}

}  // namespace smtplint
