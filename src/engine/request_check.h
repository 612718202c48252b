#pragma once

#include <vector>

#include "base/result.h"
#include "engine/analyze.h"
#include "knowledge/catalogue.h"
#include "policy/identity.h"

namespace smtplint::engine {

/// What a request means, looked up in the catalogue.
struct CheckedRequest {
  const knowledge::Edition* edition = nullptr;
  policy::SubscriptionRequest subscription;
  std::vector<const knowledge::Check*> checks;  ///< those that are enabled, by id
};

/// Fails with one sentence where a word of the request means nothing.
[[nodiscard]] Result<CheckedRequest> check_request(const Request& request, const knowledge::Catalogue& catalogue);

}  // namespace smtplint::engine
