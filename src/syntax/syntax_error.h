#pragma once

#include <string>

#include "base/span.h"

namespace smtplint::syntax {

/// A part that does not parse, or that the language refuses although its grammar takes it.
struct SyntaxError {
  Span span;
  std::string message;  ///< lower case, no final period
};

}  // namespace smtplint::syntax
