#pragma once

#include <string>
#include <vector>

#include "base/span.h"
#include "model/id.h"
#include "model/network.h"
#include "value/existence.h"
#include "value/value.h"

/// What joins virtual networks to each other and to networks outside Azure.
namespace smtplint::model {

/// Two networks that are joined; seen from `network`.
struct Peering {
  std::string address;
  Place place;
  Existence existence;
  Id<VirtualNetwork> network;
  Id<VirtualNetwork> remote;  ///< none where it is not in the model
  Value uses_remote_gateways;
};

/// VPN or ExpressRoute.
struct NetworkGateway {
  std::string address;
  Place place;
  Existence existence;
  Id<Subnet> subnet;
};

/// A network outside Azure that a gateway leads to.
struct OutsideNetwork {
  std::string address;
  Place place;
  Existence existence;
  Value address_space;
};

/// Names that virtual networks resolve on their own.
struct PrivateZone {
  std::string address;
  Place place;
  Existence existence;
  Value name;
};

/// A network that a virtual hub joins.
struct HubConnection {
  Place place;
  Existence existence;
  Id<VirtualNetwork> network;
  Value takes_internet_route;
};

struct VirtualHub {
  std::string address;
  Place place;
  Existence existence;
  std::vector<HubConnection> connections;
  Value internet_next_hop;         ///< of its routing intent
  Id<Firewall> internet_firewall;  ///< none where that is not in the model, or no firewall
  bool complete = true;
};

}  // namespace smtplint::model
