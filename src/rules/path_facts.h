#pragma once

#include "knowledge/vocabulary.h"
#include "rules/fact_value.h"
#include "rules/sender_facts.h"

namespace smtplint::rules {

/// What is asked of the way through the network that one way of sending takes.
[[nodiscard]] FactValue path_fact(knowledge::Fact fact, const SenderView& sender);

}  // namespace smtplint::rules
