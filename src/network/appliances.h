#pragma once

#include <string>

#include "network/view.h"

namespace smtplint::network {

/// What stands at the address that a route leads to.
struct Appliance {
  const model::Firewall* firewall = nullptr;
  const model::Workload* machine = nullptr;
  bool firewall_elsewhere = false;  ///< an Azure Firewall that is not in the model
  std::string address;              ///< as written
};
[[nodiscard]] Appliance appliance_at(const View& view, Value address);

}  // namespace smtplint::network
