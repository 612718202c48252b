#pragma once

#include <functional>

#include "value/value.h"

namespace smtplint::lowering {

/// Documents that stand in texts, read as values: what a language's frontend can, handed in by the engine. A
/// reader that is missing leaves what the document holds unknown.
struct Decoders {
  std::function<Value(Value text)> json;  ///< unknown where the text is no JSON
};

}  // namespace smtplint::lowering
