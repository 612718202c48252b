#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace smtplint::policy {

/// What Azure's APIs say of a subscription; what they do not say is empty.
struct SubscriptionInfo {
  std::string quota_id;          ///< `PayAsYouGo_2014-09-01`
  std::string agreement;         ///< `EnterpriseAgreement`
  std::string account_type;      ///< `Enterprise`
  std::string account_sub_type;  ///< `Professional`
  std::string sku;               ///< `0001`
};

/// Reads the JSON of the "get subscription" call or of a subscription's billing property, or one object with
/// the fields of both. Fails where the text is neither.
[[nodiscard]] Result<SubscriptionInfo> parse_subscription_info(std::string_view json);

}  // namespace smtplint::policy
