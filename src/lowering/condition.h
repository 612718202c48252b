#pragma once

#include <string>
#include <unordered_set>
#include <vector>

#include "knowledge/mapping.h"
#include "lowering/property_reader.h"

namespace smtplint::lowering {

/// What conditions of mappings ask about besides the resource's own properties.
struct ConditionContext {
  std::string_view type;                                     ///< of the resource
  const std::unordered_set<std::string>* present = nullptr;  ///< ids of the mappings that match something
};

/// Whether all of the conditions hold.
[[nodiscard]] Truth all_hold(const std::vector<knowledge::Condition>& conditions,
                             const PropertyReader& reader, const ConditionContext& context);

}  // namespace smtplint::lowering
