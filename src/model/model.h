#pragma once

#include <string>
#include <vector>

#include "model/id.h"
#include "model/joints.h"
#include "model/mailer.h"
#include "model/network.h"
#include "model/outlets.h"
#include "model/subscription.h"
#include "model/workload.h"

namespace smtplint::model {

/// The egress model of one deployment: who sends mail, from which compute, through which network. Built by
/// `lowering/`, constant afterwards. Values belong to the deployment's value store.
struct Model {
  std::vector<Subscription> subscriptions;
  std::vector<Workload> workloads;
  /// What sends where no workload is linked.
  WorkloadKind unlinked_kind = WorkloadKind::virtual_machine;
  std::vector<Mailer> mailers;
  std::vector<VirtualNetwork> networks;
  std::vector<Subnet> subnets;
  std::vector<NetworkInterface> interfaces;
  std::vector<SecurityGroup> security_groups;
  std::vector<AdminRuleCollection> admin_rules;
  std::vector<RouteTable> route_tables;
  std::vector<Firewall> firewalls;
  std::vector<FirewallPolicy> firewall_policies;
  std::vector<Peering> peerings;
  std::vector<NatGateway> nat_gateways;
  std::vector<LoadBalancer> load_balancers;
  std::vector<BackendPool> backend_pools;
  std::vector<NetworkGateway> network_gateways;
  std::vector<OutsideNetwork> outside_networks;
  std::vector<PrivateZone> private_zones;
  std::vector<IpGroup> ip_groups;
  std::vector<VirtualHub> virtual_hubs;

  [[nodiscard]] const Subscription& operator[](Id<Subscription> id) const {
    return subscriptions[id.index()];
  }
  [[nodiscard]] const Workload& operator[](Id<Workload> id) const { return workloads[id.index()]; }
  [[nodiscard]] const VirtualNetwork& operator[](Id<VirtualNetwork> id) const { return networks[id.index()]; }
  [[nodiscard]] const Subnet& operator[](Id<Subnet> id) const { return subnets[id.index()]; }
  [[nodiscard]] const NetworkInterface& operator[](Id<NetworkInterface> id) const {
    return interfaces[id.index()];
  }
  [[nodiscard]] const SecurityGroup& operator[](Id<SecurityGroup> id) const {
    return security_groups[id.index()];
  }
  [[nodiscard]] const RouteTable& operator[](Id<RouteTable> id) const { return route_tables[id.index()]; }
  [[nodiscard]] const Firewall& operator[](Id<Firewall> id) const { return firewalls[id.index()]; }
  [[nodiscard]] const FirewallPolicy& operator[](Id<FirewallPolicy> id) const {
    return firewall_policies[id.index()];
  }
  [[nodiscard]] const NatGateway& operator[](Id<NatGateway> id) const { return nat_gateways[id.index()]; }
  [[nodiscard]] const LoadBalancer& operator[](Id<LoadBalancer> id) const {
    return load_balancers[id.index()];
  }
  [[nodiscard]] const BackendPool& operator[](Id<BackendPool> id) const { return backend_pools[id.index()]; }
  [[nodiscard]] const IpGroup& operator[](Id<IpGroup> id) const { return ip_groups[id.index()]; }
};

/// The model as text, one thing a line with its fields; the same deployment in two languages differs in names
/// and places only. Things in the order of the model.
[[nodiscard]] std::string dump(const Model& model);

}  // namespace smtplint::model
