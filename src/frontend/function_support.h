#pragma once

#include <optional>
#include <string_view>

#include "value/reason.h"

namespace smtplint {

/// A function that a language knows, and why no call of it ever has a value here; nothing where calls have.
struct FunctionSupport {
  std::string_view name;
  std::optional<ReasonKind> never;
};

}  // namespace smtplint
