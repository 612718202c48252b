#include <utility>

#include "base/letter_case.h"
#include "lowering/assembly.h"
#include "lowering/property_reader.h"
#include "lowering/words.h"

namespace smtplint::lowering {
namespace {

using knowledge::Field;
using knowledge::Thing;
using model::Id;

void add_network(Assembly& assembly, const Mapped& thing) {
  auto network = declared<model::VirtualNetwork>(thing);
  network.subscription = assembly.subscriptions.of(thing);
  network.name = thing[Field::name];
  network.address_space = thing[Field::address_space];
  assembly.positions[&thing] = assembly.model().networks.size();
  assembly.model().networks.push_back(std::move(network));
}

void add_security_group(Assembly& assembly, const Mapped& thing) {
  auto group = declared<model::SecurityGroup>(thing);
  group.subscription = assembly.subscriptions.of(thing);
  group.complete = thing.complete;
  assembly.positions[&thing] = assembly.model().security_groups.size();
  assembly.model().security_groups.push_back(std::move(group));
}

void add_route_table(Assembly& assembly, const Mapped& thing) {
  auto table = declared<model::RouteTable>(thing);
  table.propagates_bgp = thing[Field::propagates_bgp];
  table.complete = thing.complete;
  assembly.positions[&thing] = assembly.model().route_tables.size();
  assembly.model().route_tables.push_back(std::move(table));
}

/// The group outside the deployment, or not told apart, that a rule belongs to.
model::SecurityGroup& group_elsewhere(Assembly& assembly, const Mapped& rule) {
  const auto name = known_text(rule[Field::parent]);
  const std::string key = name.value_or(rule.resource->address + " (security group)");
  auto& groups = assembly.model().security_groups;
  const auto [entry, is_new] = assembly.elsewhere.emplace("security-group " + lower_case(key), groups.size());
  if (is_new) {
    model::SecurityGroup group;
    group.address = key;
    group.place = rule.place;
    group.subscription = assembly.subscriptions.of(rule);
    group.complete = false;
    groups.push_back(std::move(group));
  }
  return groups[entry->second];
}

void add_rule(Assembly& assembly, const Mapped& thing) {
  const LinkTarget group = assembly.linker.target(thing, Field::parent);
  auto& groups = assembly.model().security_groups;
  for (const Mapped* possible : group.possible) groups[assembly.positions.at(possible)].complete = false;
  model::SecurityGroup& owner =
      group.thing != nullptr ? groups[assembly.positions.at(group.thing)] : group_elsewhere(assembly, thing);
  owner.rules.push_back(security_rule_of(thing));
}

void add_route(Assembly& assembly, const Mapped& thing) {
  const LinkTarget table = assembly.linker.target(thing, Field::parent);
  auto& tables = assembly.model().route_tables;
  for (const Mapped* possible : table.possible) tables[assembly.positions.at(possible)].complete = false;
  if (table.thing == nullptr) return;
  model::Route route;
  route.name = name_of(thing);
  route.place = thing.place;
  route.existence = thing.existence;
  route.prefix = thing[Field::prefix];
  route.next_hop_type = thing[Field::next_hop_type];
  route.next_hop_address = thing[Field::next_hop_address];
  tables[assembly.positions.at(table.thing)].routes.push_back(std::move(route));
}

Id<model::VirtualNetwork> network_elsewhere(Assembly& assembly, const std::string& key, Value name,
                                            Id<model::Subscription> subscription) {
  auto& networks = assembly.model().networks;
  const auto [entry, is_new] =
      assembly.elsewhere.emplace("virtual-network " + lower_case(key), networks.size());
  if (is_new) {
    model::VirtualNetwork network;
    network.address = key;
    network.subscription = subscription;
    network.name = name;
    networks.push_back(std::move(network));
  }
  return Id<model::VirtualNetwork>(entry->second);
}

Id<model::VirtualNetwork> network_of(Assembly& assembly, const Mapped& subnet) {
  const LinkTarget network = assembly.linker.target(subnet, Field::parent);
  if (network.thing != nullptr) return assembly.id<model::VirtualNetwork>(network.thing);
  Id<model::Subscription> subscription = assembly.subscriptions.of_id(network.elsewhere);
  if (!subscription.valid()) subscription = assembly.subscriptions.of(subnet);
  const Value name = subnet[Field::parent];
  const auto text = known_text(name);
  return network_elsewhere(assembly, text.value_or(subnet.address() + " (virtual network)"), name,
                           subscription);
}

/// A link whose target is not certain leaves the thing open.
template <typename T>
Id<T> linked(Assembly& assembly, const Mapped& thing, Field field, bool& complete) {
  const LinkTarget target = assembly.linker.target(thing, field);
  if (target.thing != nullptr) return assembly.id<T>(target.thing);
  if (is_present(thing[field])) complete = false;
  return {};
}

void add_subnet(Assembly& assembly, const Mapped& thing) {
  auto subnet = declared<model::Subnet>(thing);
  subnet.complete = thing.complete;
  subnet.network = network_of(assembly, thing);
  subnet.name = thing[Field::name];
  subnet.prefixes = thing[Field::prefixes];
  subnet.delegations = thing[Field::delegations];
  subnet.default_outbound = thing[Field::default_outbound];
  subnet.nat_gateway = thing[Field::nat_gateway];
  subnet.nat_gateway_thing =
      assembly.id<model::NatGateway>(assembly.linker.target(thing, Field::nat_gateway).thing);
  subnet.security_group =
      linked<model::SecurityGroup>(assembly, thing, Field::security_group, subnet.complete);
  subnet.route_table = linked<model::RouteTable>(assembly, thing, Field::route_table, subnet.complete);
  assembly.positions[&thing] = assembly.model().subnets.size();
  assembly.model().subnets.push_back(std::move(subnet));
}

void add_interface(Assembly& assembly, const Mapped& thing) {
  auto interface = declared<model::NetworkInterface>(thing);
  interface.complete = thing.complete;
  interface.ip_forwarding = thing[Field::ip_forwarding];
  interface.private_addresses = thing[Field::private_addresses];
  interface.public_addresses = thing[Field::public_addresses];
  interface.backend_pools = thing[Field::backend_pools];
  interface.application_groups = thing[Field::application_groups];
  bool pools_known = true;
  interface.pools = linked_all<model::BackendPool>(assembly, thing, Field::backend_pools, pools_known);
  interface.security_group =
      linked<model::SecurityGroup>(assembly, thing, Field::security_group, interface.complete);
  for (const LinkTarget& target : assembly.linker.targets(thing, Field::subnets)) {
    const Id<model::Subnet> subnet = subnet_of(assembly, target, thing);
    if (subnet.valid()) interface.subnets.push_back(subnet);
    if (!subnet.valid()) interface.complete = false;
  }
  if (thing[Field::subnets].is_unknown() || thing[Field::subnets].rest() != nullptr)
    interface.complete = false;
  assembly.positions[&thing] = assembly.model().interfaces.size();
  assembly.model().interfaces.push_back(std::move(interface));
}

}  // namespace

void for_each(Assembly& assembly, Thing kind, void (*add)(Assembly&, const Mapped&)) {
  for (const Mapped& thing : assembly.things) {
    if (thing.thing() == kind && !thing.absorbed) add(assembly, thing);
  }
}

model::SecurityRule security_rule_of(const Mapped& thing) {
  model::SecurityRule rule;
  rule.name = name_of(thing);
  rule.place = thing.place;
  rule.existence = thing.existence;
  rule.direction = thing[Field::direction];
  rule.access = thing[Field::access];
  rule.protocol = thing[Field::protocol];
  rule.priority = thing[Field::priority];
  rule.source_ports = thing[Field::source_ports];
  rule.destination_ports = thing[Field::destination_ports];
  rule.source_prefixes = thing[Field::source_prefixes];
  rule.destination_prefixes = thing[Field::destination_prefixes];
  rule.source_groups = thing[Field::source_groups];
  rule.destination_groups = thing[Field::destination_groups];
  return rule;
}

std::string name_of(const Mapped& thing) { return known_text(thing[Field::name]).value_or(""); }

model::Id<model::Subnet> subnet_of(Assembly& assembly, const LinkTarget& target, const Mapped& from) {
  if (target.thing != nullptr) return assembly.id<model::Subnet>(target.thing);
  if (target.elsewhere.empty()) return {};
  auto& subnets = assembly.model().subnets;
  const auto [entry, is_new] =
      assembly.elsewhere.emplace("subnet " + lower_case(target.elsewhere), subnets.size());
  if (is_new) {
    model::Subnet subnet;
    subnet.address = target.elsewhere;
    subnet.place = from.place;
    subnet.complete = false;
    Id<model::Subscription> subscription = assembly.subscriptions.of_id(target.elsewhere);
    if (!subscription.valid()) subscription = assembly.subscriptions.of(from);
    const std::string network = target.elsewhere.substr(0, target.elsewhere.rfind("/subnets/"));
    subnet.network = network_elsewhere(assembly, network, {}, subscription);
    subnets.push_back(std::move(subnet));
  }
  return model::Id<model::Subnet>(entry->second);
}

void build_networks(Assembly& assembly) {
  for_each(assembly, Thing::virtual_network, add_network);
  for_each(assembly, Thing::security_group, add_security_group);
  for_each(assembly, Thing::security_rule, add_rule);
  for_each(assembly, Thing::route_table, add_route_table);
  for_each(assembly, Thing::route, add_route);
  for_each(assembly, Thing::subnet, add_subnet);
  for_each(assembly, Thing::network_interface, add_interface);
}

}  // namespace smtplint::lowering
