#include "engine/request_check.h"

#include <algorithm>

namespace smtplint::engine {
namespace {

using knowledge::Check;

bool named_by(const std::string& id, const std::vector<std::string>& words) {
  return std::ranges::any_of(words, [&id](const std::string& word) { return id.starts_with(word); });
}

std::vector<const Check*> chosen_checks(const Request& request, const knowledge::Catalogue& catalogue) {
  std::vector<const Check*> checks;
  for (const Check& check : catalogue.checks()) {
    const bool selected = request.select.empty() ? check.enabled : named_by(check.info.id, request.select);
    if (selected && !named_by(check.info.id, request.ignore)) checks.push_back(&check);
  }
  return checks;
}

Result<const knowledge::Edition*> chosen_edition(const Request& request, const knowledge::PolicyTable& policy) {
  if (request.policy_edition) {
    const knowledge::Edition* edition = policy.by_id(*request.policy_edition);
    if (edition == nullptr) return Error{"there is no policy edition `" + *request.policy_edition + "`"};
    return edition;
  }
  if (!request.as_of) return &policy.newest();
  const knowledge::Edition* edition = policy.as_of(*request.as_of);
  if (edition == nullptr) return Error{"there is no policy edition as old as " + *request.as_of};
  return edition;
}

}  // namespace

Result<CheckedRequest> check_request(const Request& request, const knowledge::Catalogue& catalogue) {
  const auto edition = chosen_edition(request, catalogue.policy());
  if (!edition) return edition.error();
  CheckedRequest checked;
  checked.edition = *edition;
  const SubscriptionOptions& options = request.subscription;
  if (options.type && catalogue.subscriptions().find(*options.type) == nullptr) {
    return Error{"there is no subscription type `" + *options.type + "`"};
  }
  checked.subscription.type = options.type;
  checked.subscription.created = options.created;
  checked.subscription.exempt = options.exempt;
  if (options.info) {
    auto info = policy::parse_subscription_info(*options.info);
    if (!info) return info.error();
    checked.subscription.info = std::move(info).value();
  }
  checked.checks = chosen_checks(request, catalogue);
  return checked;
}

}  // namespace smtplint::engine
