#pragma once

#include <string>
#include <vector>

#include "base/span.h"
#include "diagnostic/vocabulary.h"
#include "model/id.h"
#include "model/network.h"
#include "model/subscription.h"
#include "value/existence.h"
#include "value/value.h"

namespace smtplint::model {

/// A tunnel of an app to one host and port; what goes through it leaves at its other end.
struct HybridConnection {
  Place place;
  Existence existence;
  Value host, port;
};

/// Compute that may send mail.
struct Workload {
  std::string address;
  Place place;
  Existence existence;
  WorkloadKind kind = WorkloadKind::unknown;
  bool perhaps_elsewhere = false;  ///< nothing in the deployment says that it runs in Azure
  std::string judged_as;           ///< the row of `rules/resources/` that classified it
  Id<Subscription> subscription;

  // What names it where it is said which program runs on it.
  Value name;
  Value service_name;         ///< the tag by which the Azure Developer CLI finds it
  std::vector<Value> images;  ///< those of its containers too

  // App Service, Functions and Logic Apps Standard.
  Value plan_sku;
  Truth can_integrate = Truth::unknown;  ///< whether the plan can be integrated into a VNet
  Value integration_subnet;
  Value route_all;                 ///< written or by default
  bool ignores_route_all = false;  ///< Flex Consumption: integration alone routes everything
  Value hosting_environment;       ///< App Service Environment

  Value outbound_type;        ///< of a Kubernetes cluster
  Value no_default_outbound;  ///< of a scale set: never gets a way out by itself
  std::vector<Id<NetworkInterface>> interfaces;
  bool interfaces_complete = true;  ///< false where it may have interfaces that are not in the model
  Id<Subnet> subnet;  ///< of the integration, the hosting environment, the node pool or the container group
  std::vector<HybridConnection> hybrid_connections;
  bool may_seem_to_work = false;  ///< port 25 is not supported for it, but may be open for a while
};

}  // namespace smtplint::model
