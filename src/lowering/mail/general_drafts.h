#pragma once

#include <set>
#include <vector>

#include "lowering/mail/draft.h"
#include "lowering/mail/setting_reader.h"

namespace smtplint::lowering {

/// The mailers of a block by the words of its keys and the look of its values, without those settings that
/// known programs claimed. Precision comes first: a word of mail needs a host and a port, or a value that can
/// only be a mail server.
[[nodiscard]] std::vector<Draft> general_drafts(const Settings& block,
                                                const std::set<const Setting*>& claimed,
                                                const SettingReader& reader);

}  // namespace smtplint::lowering
