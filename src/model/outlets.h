#pragma once

#include <string>
#include <vector>

#include "base/span.h"
#include "model/id.h"
#include "value/existence.h"
#include "value/value.h"

/// What gives traffic to the internet its public address.
namespace smtplint::model {

struct BackendPool;

/// Gives its addresses to everything that leaves its subnets.
struct NatGateway {
  std::string address;
  Place place;
  Existence existence;
  Value public_addresses;
  bool complete = true;  ///< false where it may have addresses that are not known
};

struct Frontend {
  std::string name;
  Value public_addresses, private_addresses;
};

/// A rule of a load balancer, for incoming or for outgoing connections.
struct BalancingRule {
  std::string name;
  Place place;
  Existence existence;
  bool outbound = false;
  Value disables_snat;
  Value frontends;  ///< names, or ids that end in them
  std::vector<Id<BackendPool>> pools;
  bool pools_known = true;
};

struct LoadBalancer {
  std::string address;
  Place place;
  Existence existence;
  Value sku;
  std::vector<Frontend> frontends;
  std::vector<BalancingRule> rules;
  bool complete = true;
};

/// What stands behind a load balancer; interfaces and rules name it.
struct BackendPool {
  std::string address;
  Id<LoadBalancer> balancer;
};

}  // namespace smtplint::model
