#pragma once

#include <string>
#include <vector>

#include "engine/configuration/configuration.h"
#include "model/model.h"
#include "policy/identity.h"

namespace smtplint::engine {

/// What the user says of the subscriptions of one deployment: on the command line for all of them, in the
/// configuration for each.
class DeclaredSubscriptions {
 public:
  /// `root` is the folder or file of the deployment. The configuration must outlive the result.
  DeclaredSubscriptions(policy::SubscriptionRequest command_line, const Configuration& configuration,
                        const std::string& root, const std::string& environment);

  /// What is said of one subscription; without an id, of one that the model does not know.
  [[nodiscard]] policy::SubscriptionRequest of(const model::Model& model,
                                               model::Id<model::Subscription> subscription) const;

 private:
  [[nodiscard]] const SubscriptionRule* first_that_fits(const model::Subscription& subscription) const;
  [[nodiscard]] const SubscriptionRule* same_for_all() const;
  void add(const SubscriptionRule& rule, policy::SubscriptionRequest& request) const;

  policy::SubscriptionRequest command_line_;
  std::vector<const SubscriptionRule*> rules_;  ///< those that fit the root and the environment
};

}  // namespace smtplint::engine
