#pragma once

#include <optional>

#include "knowledge/check.h"
#include "rules/context.h"
#include "rules/sender_facts.h"

namespace smtplint::rules {

/// The value in place of the marked port that a check proposes for a sender. Nothing where it proposes none,
/// where the port is written nowhere that could be edited, and where no other port would help.
[[nodiscard]] std::optional<WantedValue> wanted_value(const knowledge::Check& check, const SenderView& sender,
                                                      const model::Mark& mark);

}  // namespace smtplint::rules
