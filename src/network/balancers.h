#pragma once

#include "knowledge/catalogue.h"
#include "model/model.h"

namespace smtplint::network {

/// What the load balancers before an interface do for traffic that it sends.
struct Balancing {
  Truth sends = Truth::no;                      ///< one of them gives it a public address
  const model::LoadBalancer* sender = nullptr;  ///< the one that does, or may
  const model::BalancingRule* rule = nullptr;
  /// A Standard load balancer without public address takes the default way out away.
  const model::LoadBalancer* internal_only = nullptr;
};
[[nodiscard]] Balancing balancing(const model::Model& model, const model::NetworkInterface& interface,
                                  const knowledge::Catalogue& catalogue);

}  // namespace smtplint::network
