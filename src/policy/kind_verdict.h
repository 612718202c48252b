#pragma once

#include <string>
#include <vector>

#include "diagnostic/vocabulary.h"
#include "policy/basis.h"
#include "policy/sender.h"
#include "policy/subscription_verdict.h"

namespace smtplint::policy {

/// What the policy says of a kind of compute on port 25.
struct KindVerdict {
  Truth supported = Truth::unknown;  ///< yes: the subscription decides
  std::string rule;                  ///< the sentence that holds, unless the subscription decides
  std::string way_out;
  bool may_seem_to_work = false;
  SenderField field = SenderField::kind;  ///< what is not known where `supported` is unknown
  bool never_better = false;              ///< where `supported` is unknown: at best the subscription decides
  std::vector<std::string> remarks;
};

/// The subscription's verdict matters to the help alone: integrating an app gains nothing where it blocks
/// too.
[[nodiscard]] KindVerdict judge_kind(const Sender& sender, const SubscriptionVerdict& subscription,
                                     const Basis& basis);

}  // namespace smtplint::policy
