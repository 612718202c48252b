#pragma once

#include <string>
#include <vector>

#include "base/span.h"
#include "model/id.h"
#include "model/subscription.h"
#include "value/existence.h"
#include "value/value.h"

/// The network as the deployment declares it. Values are kept as written, known or not; where several
/// attributes of one meaning exist, the one that counts. What is plural is a list, also where one value was
/// written, or not known. A thing that is declared elsewhere is in the model where something here refers to
/// it; it is not complete.
namespace smtplint::model {

struct SecurityRule {
  std::string name;
  Place place;
  Value direction, access, protocol, priority;
  Value source_ports, destination_ports;
  Value source_prefixes, destination_prefixes;
  Value source_groups, destination_groups;
  Existence existence;
};

struct SecurityGroup {
  std::string address;
  Place place;
  Existence existence;
  Id<Subscription> subscription;
  std::vector<SecurityRule> rules;
  bool complete = true;  ///< false where rules may exist that are not known
};

struct VirtualNetwork;

/// Rules of a Virtual Network Manager, asked before any security group of the networks that they are for.
struct AdminRuleCollection {
  std::string address;
  Place place;
  Existence existence;
  std::vector<SecurityRule> rules;
  std::vector<Id<VirtualNetwork>> networks;
  bool deployed = false;  ///< something in the deployment brings them into effect
  bool complete = true;   ///< false where rules may exist that are not known
};

struct Route {
  std::string name;
  Place place;
  Value prefix, next_hop_type, next_hop_address;
  Existence existence;
};

struct RouteTable {
  std::string address;
  Place place;
  Existence existence;
  std::vector<Route> routes;
  Value propagates_bgp;
  bool complete = true;
};

struct VirtualNetwork {
  std::string address;
  Place place;
  Existence existence;
  Id<Subscription> subscription;
  Value name, address_space;
};

struct NatGateway;
struct BackendPool;

struct IpGroup {
  std::string address;
  Value addresses;
  bool complete = true;
};

struct Subnet {
  std::string address;
  Place place;
  Existence existence;
  Id<VirtualNetwork> network;
  Value name, prefixes, delegations, default_outbound;
  Id<SecurityGroup> security_group;
  Id<RouteTable> route_table;
  Value nat_gateway;                 ///< as written
  Id<NatGateway> nat_gateway_thing;  ///< none where it is not in the model
  bool complete = true;              ///< false where something may be associated that is not known
};

struct NetworkInterface {
  std::string address;
  Place place;
  Existence existence;
  Value ip_forwarding;
  Value private_addresses, public_addresses, backend_pools, application_groups;
  std::vector<Id<BackendPool>> pools;  ///< those of `backend_pools` that are in the model
  std::vector<Id<Subnet>> subnets;
  Id<SecurityGroup> security_group;
  bool complete = true;  ///< false where something may be associated that is not known
};

enum class FirewallRuleKind { network, application, translation };

struct FirewallRule {
  FirewallRuleKind kind = FirewallRuleKind::network;
  std::string name;
  Place place;
  Value collection_priority, group_priority, action, protocols;
  Value source_addresses, destination_addresses, destination_names, destination_ports;
  Value source_groups, destination_groups;
  std::vector<Id<IpGroup>> source_group_things, destination_group_things;  ///< those in the model
  bool groups_known = true;  ///< false where a group is not in the model
  Existence existence;
};

struct FirewallPolicy {
  std::string address;
  Place place;
  Existence existence;
  Id<Subscription> subscription;
  Value parent, dns_proxy;
  Id<FirewallPolicy> parent_policy;  ///< none where it has none, or it is not in the model
  std::vector<FirewallRule> rules;
  bool complete = true;
};

struct Firewall {
  std::string address;
  Place place;
  Existence existence;
  Id<Subscription> subscription;
  Id<FirewallPolicy> policy;
  Value policy_reference;
  std::vector<Id<Subnet>> subnets;
  std::vector<FirewallRule> rules;  ///< classic collections
  bool complete = true;
};

}  // namespace smtplint::model
