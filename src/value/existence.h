#pragma once

#include <string>

#include "base/span.h"
#include "value/truth.h"

namespace smtplint {

/// Whether a thing comes to exist: decided `yes`, or undecided with what it hangs on. What is decided not to
/// exist is never emitted.
struct Existence {
  Truth truth = Truth::yes;
  std::string condition;  ///< as written: `var.enabled`
  Place place;
};

}  // namespace smtplint
