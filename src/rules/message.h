#pragma once

#include <map>
#include <string>

#include "knowledge/check.h"

namespace smtplint::rules {

/// What the placeholders of a message stand for; a placeholder without value is left out of the text.
using Words = std::map<knowledge::Placeholder, std::string>;

[[nodiscard]] std::string fill(const knowledge::MessageTemplate& text, const Words& words);

}  // namespace smtplint::rules
