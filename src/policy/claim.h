#pragma once

#include <span>
#include <string>
#include <vector>

#include "knowledge/catalogue.h"
#include "model/subscription.h"
#include "policy/subscription_info.h"

namespace smtplint::policy {

/// What one source says of a subscription's type.
struct Claim {
  std::vector<std::string> types;  ///< one of these; empty: it says nothing
  std::vector<std::string> notes;  ///< sentences: why it says nothing, or how to tell the types apart
};

/// Types that both claims allow; either may say nothing. `contradict` where none is left.
[[nodiscard]] std::vector<std::string> both(const std::vector<std::string>& left,
                                            const std::vector<std::string>& right);
[[nodiscard]] bool contradict(const std::vector<std::string>& left, const std::vector<std::string>& right);

[[nodiscard]] Claim claim_of(const SubscriptionInfo& info, const knowledge::Catalogue& catalogue);

/// What the code shows: billing scope with workload, offer and quota id. Where two of them contradict each
/// other the claim is empty and says so.
[[nodiscard]] Claim claim_of(std::span<const model::SubscriptionEvidence> evidence,
                             const knowledge::Catalogue& catalogue);

}  // namespace smtplint::policy
