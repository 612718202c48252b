#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "diagnostic/vocabulary.h"
#include "knowledge/catalogue.h"
#include "model/model.h"
#include "value/truth.h"

namespace smtplint::policy {

/// What decides how the traffic of App Service, Functions and Logic Apps leaves. Three-valued throughout.
struct AppFacts {
  Truth can_integrate = Truth::unknown;   ///< whether the plan can be integrated into a VNet
  Truth integrated = Truth::unknown;      ///< into a VNet
  Truth route_all = Truth::unknown;       ///< whether everything goes through the integration
  bool ignores_route_all = false;         ///< integration alone routes everything
  Truth in_environment = Truth::unknown;  ///< in an App Service Environment
  std::string reason;                     ///< why the first unknown one of them is not known; may be empty

  /// Whether all its traffic goes through a virtual network.
  [[nodiscard]] Truth through_network() const;
};

/// One way of sending, with everything that the policy asks.
struct Sender {
  WorkloadKind kind = WorkloadKind::unknown;
  AppFacts app;                   ///< of what App Service integrates
  bool may_seem_to_work = false;  ///< its kind is not supported, but port 25 may be open for a while
  model::Cloud cloud = model::Cloud::global;
  Scope scope = Scope::unknown;  ///< of the destination
  bool host_known = true;
  std::optional<std::uint16_t> port;
  Truth through_hybrid_connection = Truth::no;
};

[[nodiscard]] AppFacts app_facts(const model::Workload& workload, const knowledge::ReasonTable& reasons);

/// A choice of a mailer's hosts with one of its ports. Without workload that kind sends which the
/// model assumes.
[[nodiscard]] Sender sender_of(const model::Model& model, const model::Mailer& mailer,
                               const model::HostChoice& host, const model::PortChoice& port,
                               const knowledge::Catalogue& catalogue);

/// The subscription that decides for a workload: for an integrated app that of its network, else its own.
/// None where that network is outside the deployment or nothing names a subscription.
[[nodiscard]] model::Id<model::Subscription> deciding_subscription(const model::Model& model,
                                                                   const model::Workload& workload,
                                                                   const knowledge::ComputeKinds& kinds);

}  // namespace smtplint::policy
