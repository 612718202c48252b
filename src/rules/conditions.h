#pragma once

#include <functional>

#include "knowledge/condition_tree.h"
#include "rules/fact_value.h"
#include "value/truth.h"

namespace smtplint::rules {

using FactSource = std::function<FactValue(knowledge::Fact)>;

/// Whether a condition holds, in three-valued logic: a fact that is not known leaves it open, unless the
/// other facts decide it.
[[nodiscard]] Truth holds(const knowledge::ConditionTree& condition, const FactSource& facts);

}  // namespace smtplint::rules
