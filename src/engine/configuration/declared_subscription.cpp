#include "engine/configuration/declared_subscription.h"

#include <algorithm>
#include <string_view>

namespace smtplint::engine {
namespace {

/// `module.a.provider.azurerm.hub` as `azurerm.hub`
std::string_view provider_name(std::string_view address) {
  constexpr std::string_view word = "provider.";
  const std::size_t at = address.rfind(word);
  return at == std::string_view::npos ? address : address.substr(at + word.size());
}

bool fits_provider(const Glob& glob, std::string_view address) {
  const std::string_view name = provider_name(address);
  const std::size_t dot = name.find('.');
  const bool aliased = dot != std::string_view::npos;
  return glob.matches(name) || (aliased && glob.matches(name.substr(dot + 1)));
}

bool fits_id(const Glob& glob, Value id) {
  return id.is(ValueType::string) && !id.text().has_holes() && glob.matches(id.text().chars);
}

bool fits(const Glob& glob, const model::Subscription& subscription) {
  const auto named = [&glob](const std::string& address) { return fits_provider(glob, address); };
  return std::ranges::any_of(subscription.providers, named) || fits_id(glob, subscription.id) ||
         glob.matches(subscription.reference);
}

}  // namespace

DeclaredSubscriptions::DeclaredSubscriptions(policy::SubscriptionRequest command_line,
                                             const Configuration& configuration, const std::string& root,
                                             const std::string& environment)
    : command_line_(std::move(command_line)) {
  if (!configuration.subscription) return;
  for (const SubscriptionRule& rule : *configuration.subscription) {
    const bool here = !rule.path || rule.path->covers(root);
    const bool now = !rule.environment || rule.environment->matches(environment);
    if (here && now) rules_.push_back(&rule);
  }
}

policy::SubscriptionRequest DeclaredSubscriptions::of(const model::Model& model,
                                                      model::Id<model::Subscription> subscription) const {
  policy::SubscriptionRequest request = command_line_;
  const SubscriptionRule* rule = subscription.valid() ? first_that_fits(model[subscription]) : same_for_all();
  if (rule != nullptr) add(*rule, request);
  return request;
}

const SubscriptionRule* DeclaredSubscriptions::first_that_fits(
    const model::Subscription& subscription) const {
  const auto rule = std::ranges::find_if(rules_, [&subscription](const SubscriptionRule* one) {
    return !one->provider || fits(*one->provider, subscription);
  });
  return rule == rules_.end() ? nullptr : *rule;
}

/// Where nothing tells the provider, an entry for a provider may fit or not: the entries count only if all
/// that may be meant say the same.
const SubscriptionRule* DeclaredSubscriptions::same_for_all() const {
  const auto certain =
      std::ranges::find_if(rules_, [](const SubscriptionRule* one) { return !one->provider; });
  if (certain == rules_.end()) return nullptr;
  const auto says_the_same = [certain](const SubscriptionRule* one) {
    return one->type == (*certain)->type && one->created == (*certain)->created &&
           one->exempt.has_value() == (*certain)->exempt.has_value();
  };
  return std::all_of(rules_.begin(), certain, says_the_same) ? *certain : nullptr;
}

/// What the command line says of the type holds for a subscription of that type: a date or an exemption that
/// the configuration knows of another one does not carry over.
void DeclaredSubscriptions::add(const SubscriptionRule& rule, policy::SubscriptionRequest& request) const {
  request.configured = rule.type;
  if (request.type && request.type != rule.type) return;
  if (!request.created) request.created = rule.created;
  if (request.exempt || !rule.exempt) return;
  request.exempt = true;
  request.exemption = rule.exempt->evidence + " of " + rule.exempt->date;
}

}  // namespace smtplint::engine
