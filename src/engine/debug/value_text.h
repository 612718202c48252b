#pragma once

#include <string>

#include "knowledge/key_words.h"
#include "value/value.h"

namespace smtplint::engine {

/// A value as JSON for people: what is not known stands as `{"unknown": reason}`, a symbol as `{"reference":
/// name}`, a secret as `"***"`: what is sensitive, what stands under the name of a credential, and the user
/// of a URL. Bounded in depth.
[[nodiscard]] std::string value_text(std::string_view name, Value value, const knowledge::KeyWords& words);

}  // namespace smtplint::engine
