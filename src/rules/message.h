#pragma once

#include <map>
#include <string>

#include "knowledge/check.h"

namespace smtplint::rules {

/// What the placeholders of a message stand for; a placeholder without value is left out of the text.
using Words = std::map<knowledge::Placeholder, std::string>;

[[nodiscard]] std::string fill(const knowledge::MessageTemplate& text, const Words& words);

/// `a`, `a and b`, `a, b and c`
[[nodiscard]] std::string listed(const std::vector<std::string>& items, std::string_view last_joint);

}  // namespace smtplint::rules
