#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "value/store.h"

/// Scalars as text, and how names compare.
namespace smtplint::lowering {

/// A known scalar as a template would write it; nothing for all else.
[[nodiscard]] std::optional<std::string> known_text(Value value);
/// A known boolean, or a text that says `true` or `false`; unknown for all else.
[[nodiscard]] Truth known_truth(Value value);
/// Why a value is not wholly known: its own reason, that of its first hole, or that it is made at deployment.
[[nodiscard]] const Reason* reason_of(Value value, ValueStore& store);
/// Whether two names mean the same thing: names compare without case; two texts with the same holes
/// are the same name.
[[nodiscard]] Truth same_name(Value left, Value right);

}  // namespace smtplint::lowering
