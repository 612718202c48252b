#pragma once

#include <string>

#include "knowledge/condition_tree.h"

namespace smtplint::docs {

/// A condition as a Markdown list that people read.
[[nodiscard]] std::string condition_words(const knowledge::ConditionTree& condition);

}  // namespace smtplint::docs
