#pragma once

#include <vector>

#include "knowledge/catalogue.h"
#include "lowering/lowering.h"
#include "value/store.h"

namespace smtplint::engine {

/// Settings that stand in the text of another: a file that a program is given in a variable, the options of
/// its command line. Returns what of the texts does not parse.
[[nodiscard]] std::vector<Event> read_setting_texts(std::vector<lowering::SettingsBlock>& blocks,
                                                    const knowledge::Catalogue& catalogue, ValueStore& store);

}  // namespace smtplint::engine
