#pragma once

#include <vector>

#include "diagnostic/report.h"
#include "rules/sender_facts.h"

namespace smtplint::rules {

/// The places from a marked value to where it takes effect, in order, without the marked place itself.
[[nodiscard]] std::vector<Label> chain_of(const Context& context, const model::Mark& mark);

/// The whole chain of a sender's finding: from the marked value to the setting, where the host is defined,
/// the sender, the hops of its path, and what its existence hangs on.
[[nodiscard]] std::vector<Label> related_places(const SenderView& sender, const model::Mark& marked);

/// A sender as a step of somebody else's chain.
[[nodiscard]] Label sender_label(const SenderView& sender, knowledge::Phrase phrase);

}  // namespace smtplint::rules
