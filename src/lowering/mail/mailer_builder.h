#pragma once

#include <vector>

#include "lowering/lowering.h"
#include "lowering/mail/draft.h"
#include "lowering/mail/setting_reader.h"

namespace smtplint::lowering {

/// The mailers of a draft, one for each server that it names; none where the program sends nothing, or where
/// nothing leaves it (a sink).
[[nodiscard]] std::vector<model::Mailer> build_mailers(const Draft& draft, const SettingsBlock& block,
                                                       const SettingReader& reader);

}  // namespace smtplint::lowering
