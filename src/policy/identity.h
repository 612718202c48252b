#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "diagnostic/vocabulary.h"
#include "knowledge/catalogue.h"
#include "model/subscription.h"
#include "policy/subscription_info.h"

namespace smtplint::policy {

/// What the user says of the subscription.
struct SubscriptionRequest {
  std::optional<std::string> type;        ///< of the command line; canonical id
  std::optional<std::string> configured;  ///< of the configuration; canonical id
  std::optional<std::string> created;     ///< `YYYY-MM-DD`
  bool exempt = false;                    ///< Microsoft has lifted the block
  std::string exemption;                  ///< how and when, as the user says it; may be empty
  std::optional<SubscriptionInfo> info;
};

/// What is known of a subscription in the end.
struct Identity {
  std::vector<std::string> types;                        ///< one of these; empty: nothing is known
  SubscriptionSource source = SubscriptionSource::none;  ///< whose word counts
  std::string created;                                   ///< `YYYY-MM-DD`, or empty
  bool exempt = false;
  std::vector<std::string> notes;  ///< sentences: who else says what, and how to settle what is open

  [[nodiscard]] bool known() const { return types.size() == 1; }
  /// `unknown` unless one type is left.
  [[nodiscard]] std::string type() const { return known() ? types.front() : "unknown"; }
};

/// The command line beats the subscription information, which beats the configuration, which beats the code;
/// where two of them contradict each other a note names both.
[[nodiscard]] Identity identify(const SubscriptionRequest& request,
                                std::span<const model::SubscriptionEvidence> evidence,
                                const knowledge::Catalogue& catalogue);

}  // namespace smtplint::policy
