#pragma once

#include <set>
#include <vector>

#include "knowledge/framework.h"
#include "lowering/mail/draft.h"

namespace smtplint::lowering {

/// The mailers that known programs configure in a block, by keys that only they have. Settings that belong to
/// one are added to `claimed`, also where the program turns out to send nothing.
[[nodiscard]] std::vector<Draft> framework_drafts(const Settings& block,
                                                  const knowledge::FrameworkTable& frameworks,
                                                  std::set<const Setting*>& claimed);

/// The setting of a known program under a key as `knowledge::comparable_key` gives it; nullptr if there is
/// none.
[[nodiscard]] const Setting* setting_named(const Draft& draft, const std::string& key);

}  // namespace smtplint::lowering
