#include <algorithm>

#include "network/readings.h"
#include "network/routes.h"

namespace smtplint::network {
namespace {

using model::Id;
using model::Model;
using model::VirtualNetwork;

AddressBounds plain_bounds(Value prefixes) {
  return bounds_of(prefixes, every_address(), [](std::string_view text) {
    const auto addresses = addresses_in(text);
    return addresses ? AddressBounds::exactly(*addresses) : AddressBounds{{}, every_address()};
  });
}

/// Whether the network has a gateway of its own.
Truth own_gateway(const Model& model, Id<VirtualNetwork> network, const knowledge::NetworkWords& words) {
  Truth result = Truth::no;
  for (const model::NetworkGateway& gateway : model.network_gateways) {
    const bool here = gateway.subnet.valid() && model[gateway.subnet].network == network;
    if (here) result = result | gateway.existence.truth;
  }
  for (const model::Subnet& subnet : model.subnets) {
    const bool meant_for_one =
        subnet.network == network && says(subnet.name, words.gateway_subnets) == Truth::yes;
    if (meant_for_one) result = result | Truth::unknown;
  }
  return result;
}

}  // namespace

Truth has_gateway(const Model& model, const model::Subnet& subnet, const knowledge::NetworkWords& words) {
  if (!subnet.network.valid()) return Truth::unknown;
  Truth result = own_gateway(model, subnet.network, words);
  for (const model::Peering& peering : model.peerings) {
    if (peering.network == subnet.network) {
      result = result | (peering.existence.truth & flag(peering.uses_remote_gateways));
    }
  }
  for (const model::VirtualHub& hub : model.virtual_hubs) {
    const bool joined = std::ranges::any_of(
        hub.connections,
        [&subnet](const model::HubConnection& connection) { return connection.network == subnet.network; });
    if (joined) result = result | Truth::unknown;
  }
  return result;
}

AddressBounds virtual_network_of(const Model& model, const model::Subnet& subnet,
                                 const knowledge::Catalogue& catalogue) {
  AddressBounds result = plain_bounds(subnet.prefixes);
  bool joined_elsewhere = !subnet.network.valid();
  const auto add = [&](Id<VirtualNetwork> network, Truth joined) {
    if (!network.valid() || !model[network].place.known()) joined_elsewhere = true;
    if (!network.valid()) return;
    const AddressBounds space = plain_bounds(model[network].address_space);
    if (joined == Truth::yes) result.surely = result.surely.united(space.surely);
    result.perhaps = result.perhaps.united(space.perhaps);
  };
  add(subnet.network, Truth::yes);
  for (const model::Peering& peering : model.peerings) {
    if (peering.network == subnet.network) add(peering.remote, peering.existence.truth);
  }
  const knowledge::NetworkWords& words = catalogue.network_words();
  if (joined_elsewhere || has_gateway(model, subnet, words) != Truth::no) {
    result.perhaps = result.perhaps.united(private_addresses(catalogue));
  }
  if (!subnet.route_table.valid()) {
    if (!subnet.complete || has_gateway(model, subnet, words) != Truth::no) result.perhaps = every_address();
    return result;
  }
  const model::RouteTable& table = model[subnet.route_table];
  if (!table.complete || has_gateway(model, subnet, words) != Truth::no) result.perhaps = every_address();
  for (const model::Route& one : table.routes) {
    result.perhaps = result.perhaps.united(plain_bounds(one.prefix).perhaps);
  }
  return result;
}

}  // namespace smtplint::network
