#pragma once

#include "base/result.h"
#include "engine/analyze.h"
#include "knowledge/catalogue.h"
#include "policy/identity.h"

namespace smtplint::engine {

/// What a request says of the subscription, once all its words are known to the catalogue. Fails with one
/// sentence where a word of the request means nothing.
[[nodiscard]] Result<policy::SubscriptionRequest> check_request(const Request& request,
                                                                const FileSystem& files,
                                                                const knowledge::Catalogue& catalogue);

}  // namespace smtplint::engine
