#pragma once

#include <string>
#include <vector>

#include "knowledge/catalogue.h"
#include "model/model.h"
#include "model/network_path.h"
#include "network/flow.h"

namespace smtplint::network {

enum class NextHop { drop, internet, appliance, gateway, network, unknown };

/// A route that may be the one that a flow takes.
struct TakenRoute {
  NextHop next_hop = NextHop::internet;
  const model::Route* route = nullptr;  ///< nullptr: a route of the system, of a hub or of a gateway
  const model::VirtualHub* hub = nullptr;
  bool announced = false;  ///< by a gateway, perhaps
  std::string prefix;
};

struct Routing {
  std::vector<TakenRoute> possible;  ///< one where it is certain
  std::vector<model::Considered> considered;
  bool may_have_more = false;  ///< there may be routes that are not known
};

/// The routes that a flow may take out of a subnet: the longest prefix that holds the destination; of the
/// same prefix those of the route table before those that a gateway or hub announces, before those of the
/// system.
[[nodiscard]] Routing route(const model::Model& model, const model::Subnet& subnet, const Flow& flow,
                            const knowledge::Catalogue& catalogue);

/// Whether a gateway may announce routes to the subnet: one in its network, or in one that it is joined to
/// for that.
[[nodiscard]] Truth has_gateway(const model::Model& model, const model::Subnet& subnet,
                                const knowledge::NetworkWords& words);

/// What the tag of the virtual network means for a flow that starts in a subnet: its addresses, those of what
/// it is joined to, and perhaps everything that routes lead to appliances.
[[nodiscard]] AddressBounds virtual_network_of(const model::Model& model, const model::Subnet& subnet,
                                               const knowledge::Catalogue& catalogue);

}  // namespace smtplint::network
