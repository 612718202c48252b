#pragma once

#include <string>

#include "model/model.h"
#include "model/network_path.h"
#include "network/view.h"

namespace smtplint::network {

/// Where a flow leaves a subnet: the interface, where it is known.
struct Start {
  const model::Workload* workload = nullptr;
  const model::NetworkInterface* interface = nullptr;
  const model::Subnet* subnet = nullptr;
};

/// The address with which traffic to the internet leaves: NAT gateway, address of the interface, load
/// balancer, default of the subnet, in this order; a hop that denies where there is none.
struct Outlet {
  model::Hop hop;
  bool may_exist = false;  ///< none, but something in the model could be one
};
[[nodiscard]] Outlet outlet(const View& view, const Start& start);

}  // namespace smtplint::network
