#pragma once

#include <string>
#include <vector>

#include "base/span.h"
#include "value/value.h"

namespace smtplint::model {

enum class Cloud { global, china, us_government, unknown };

/// Something in the code that tells a subscription's type.
struct SubscriptionEvidence {
  enum class Kind { billing_scope, workload, quota_id, offer };
  Kind kind = Kind::quota_id;
  Value value;
  Place place;
};

/// A subscription that resources are deployed to, as the code shows it.
struct Subscription {
  std::string reference;  ///< `provider.azurerm.hub`, a subscription id; empty: the only or default one
  std::vector<std::string> providers;  ///< addresses of the provider blocks that deploy there
  Value id;                            ///< as written; absent where nothing names it
  Place place;
  Cloud cloud = Cloud::global;
  std::vector<SubscriptionEvidence> evidence;
};

}  // namespace smtplint::model
