#include <utility>

#include "lowering/assembly.h"

namespace smtplint::lowering {
namespace {

using knowledge::Field;
using knowledge::Thing;
using model::Id;

void add_peering(Assembly& assembly, const Mapped& thing) {
  auto peering = declared<model::Peering>(thing);
  peering.network = assembly.id<model::VirtualNetwork>(assembly.linker.target(thing, Field::parent).thing);
  peering.remote =
      assembly.id<model::VirtualNetwork>(assembly.linker.target(thing, Field::remote_network).thing);
  peering.uses_remote_gateways = thing[Field::uses_remote_gateways];
  assembly.model().peerings.push_back(std::move(peering));
}

void add_gateway(Assembly& assembly, const Mapped& thing) {
  auto gateway = declared<model::NetworkGateway>(thing);
  for (const LinkTarget& target : assembly.linker.targets(thing, Field::subnets)) {
    gateway.subnet = subnet_of(assembly, target, thing);
  }
  assembly.model().network_gateways.push_back(std::move(gateway));
}

void add_outside_network(Assembly& assembly, const Mapped& thing) {
  auto network = declared<model::OutsideNetwork>(thing);
  network.address_space = thing[Field::address_space];
  assembly.model().outside_networks.push_back(std::move(network));
}

void add_private_zone(Assembly& assembly, const Mapped& thing) {
  auto zone = declared<model::PrivateZone>(thing);
  zone.name = thing[Field::name];
  assembly.model().private_zones.push_back(std::move(zone));
}

void add_hub(Assembly& assembly, const Mapped& thing) {
  auto hub = declared<model::VirtualHub>(thing);
  hub.internet_next_hop = thing[Field::internet_next_hop];
  hub.internet_firewall =
      assembly.id<model::Firewall>(assembly.linker.target(thing, Field::internet_next_hop).thing);
  assembly.positions[&thing] = assembly.model().virtual_hubs.size();
  assembly.model().virtual_hubs.push_back(std::move(hub));
}

void add_connection(Assembly& assembly, const Mapped& thing) {
  const Id<model::VirtualHub> hub =
      assembly.id<model::VirtualHub>(assembly.linker.target(thing, Field::parent).thing);
  const Id<model::VirtualNetwork> network =
      assembly.id<model::VirtualNetwork>(assembly.linker.target(thing, Field::remote_network).thing);
  if (!network.valid()) return;
  const model::HubConnection connection{thing.place, thing.existence, network,
                                        thing[Field::takes_internet_route]};
  auto& hubs = assembly.model().virtual_hubs;
  if (hub.valid()) {
    hubs[hub.index()].connections.push_back(connection);
    return;
  }
  // A hub outside the deployment: what it does with the traffic is not known.
  model::VirtualHub elsewhere;
  elsewhere.address = thing.address() + " (virtual hub)";
  elsewhere.place = thing.place;
  elsewhere.connections.push_back(connection);
  elsewhere.complete = false;
  hubs.push_back(std::move(elsewhere));
}

}  // namespace

void build_joints(Assembly& assembly) {
  for_each(assembly, Thing::network_peering, add_peering);
  for_each(assembly, Thing::network_gateway, add_gateway);
  for_each(assembly, Thing::outside_network, add_outside_network);
  for_each(assembly, Thing::private_zone, add_private_zone);
  for_each(assembly, Thing::virtual_hub, add_hub);
  for_each(assembly, Thing::hub_connection, add_connection);
}

}  // namespace smtplint::lowering
