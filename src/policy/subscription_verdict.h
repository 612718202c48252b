#pragma once

#include <optional>
#include <string>
#include <vector>

#include "diagnostic/vocabulary.h"
#include "model/subscription.h"
#include "policy/basis.h"
#include "policy/identity.h"

namespace smtplint::policy {

/// What the policy says of port 25 for a subscription, whatever the compute.
struct SubscriptionVerdict {
  Verdict verdict = Verdict::unknown;  ///< allowed, blocked, blocked-exemption-possible or unknown
  bool type_decides = false;           ///< unknown, and another declaration of the type would settle it
  std::string rule;                    ///< the sentence that holds
  std::string way_out;                 ///< what can be done about a block
  std::optional<std::string> unknown;  ///< why it is not known
  std::vector<std::string> remarks;    ///< further sentences
};

[[nodiscard]] SubscriptionVerdict judge_subscription(const Identity& identity, model::Cloud cloud,
                                                     const Basis& basis);

}  // namespace smtplint::policy
