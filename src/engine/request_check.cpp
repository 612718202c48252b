#include "engine/request_check.h"

#include <optional>

namespace smtplint::engine {
namespace {

std::optional<Error> wrong_edition(const Request& request, const knowledge::PolicyTable& policy) {
  if (request.policy_edition && policy.by_id(*request.policy_edition) == nullptr) {
    return Error{"there is no policy edition `" + *request.policy_edition + "`"};
  }
  if (request.as_of && policy.as_of(*request.as_of) == nullptr) {
    return Error{"there is no policy edition as old as " + *request.as_of};
  }
  return std::nullopt;
}

}  // namespace

Result<policy::SubscriptionRequest> check_request(const Request& request,
                                                  const knowledge::Catalogue& catalogue) {
  if (auto error = wrong_edition(request, catalogue.policy())) return *error;
  const SubscriptionOptions& options = request.subscription;
  if (options.type && catalogue.subscriptions().find(*options.type) == nullptr) {
    return Error{"there is no subscription type `" + *options.type + "`"};
  }
  policy::SubscriptionRequest subscription;
  subscription.type = options.type;
  subscription.created = options.created;
  subscription.exempt = options.exempt;
  if (options.info) {
    auto info = policy::parse_subscription_info(*options.info);
    if (!info) return info.error();
    subscription.info = std::move(info).value();
  }
  return subscription;
}

}  // namespace smtplint::engine
