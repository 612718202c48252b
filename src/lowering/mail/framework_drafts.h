#pragma once

#include <set>
#include <string>
#include <vector>

#include "knowledge/framework.h"
#include "lowering/mail/draft.h"

namespace smtplint::lowering {

/// The mailers that known programs configure in a block, by keys that only they have. Settings that belong to
/// one are added to `claimed`, also where the program turns out to send nothing.
[[nodiscard]] std::vector<Draft> framework_drafts(const Settings& block,
                                                  const knowledge::FrameworkTable& frameworks,
                                                  std::set<const Setting*>& claimed);

/// All keys that a form looks at, in order.
[[nodiscard]] std::vector<std::string> keys_of(const knowledge::SettingsForm& form);

/// The mailer of a program whose settings these are; they must outlive it.
[[nodiscard]] Draft draft_of_program(const knowledge::Framework& framework,
                                     const knowledge::SettingsForm& form, const Settings& settings);

/// The setting of a known program under a key as `knowledge::comparable_key` gives it; nullptr if there is
/// none.
[[nodiscard]] const Setting* setting_named(const Draft& draft, const std::string& key);

}  // namespace smtplint::lowering
