#include "model/dump_joints.h"

#include <utility>

#include "model/dump_line.h"

namespace smtplint::model {
namespace {

template <typename T>
std::string address(const Model& model, Id<T> id) {
  return id.valid() ? model[id].address : std::string();
}

std::string dump_balancer(const Model& model, const LoadBalancer& balancer) {
  DumpLine line("", "load-balancer", balancer.address);
  line.existence(balancer.existence).value("sku", balancer.sku);
  std::string text = std::move(line.flag("open", !balancer.complete)).finish();
  for (const Frontend& frontend : balancer.frontends) {
    DumpLine inner("  ", "frontend", frontend.name);
    inner.value("public-addresses", frontend.public_addresses);
    text += std::move(inner.value("private-addresses", frontend.private_addresses)).finish();
  }
  for (const BalancingRule& rule : balancer.rules) {
    DumpLine inner("  ", rule.outbound ? "outbound-rule" : "balancing-rule", rule.name);
    inner.existence(rule.existence).value("disables-snat", rule.disables_snat);
    inner.value("frontends", rule.frontends);
    for (const Id<BackendPool> pool : rule.pools) inner.text("pool", address(model, pool));
    text += std::move(inner.flag("more-pools", !rule.pools_known)).finish();
  }
  return text;
}

std::string dump_hub(const Model& model, const VirtualHub& hub) {
  DumpLine line("", "virtual-hub", hub.address);
  line.existence(hub.existence).value("internet-next-hop", hub.internet_next_hop);
  std::string text = std::move(line.flag("open", !hub.complete)).finish();
  for (const HubConnection& connection : hub.connections) {
    DumpLine inner("  ", "connection", address(model, connection.network));
    inner.existence(connection.existence);
    text += std::move(inner.value("takes-internet-route", connection.takes_internet_route)).finish();
  }
  return text;
}

}  // namespace

std::string dump_joints(const Model& model) {
  std::string text;
  for (const NatGateway& one : model.nat_gateways) {
    DumpLine line("", "nat-gateway", one.address);
    line.existence(one.existence).value("public-addresses", one.public_addresses);
    text += std::move(line.flag("open", !one.complete)).finish();
  }
  for (const LoadBalancer& one : model.load_balancers) text += dump_balancer(model, one);
  for (const BackendPool& one : model.backend_pools) {
    text +=
        std::move(DumpLine("", "backend-pool", one.address).text("balancer", address(model, one.balancer)))
            .finish();
  }
  for (const Peering& one : model.peerings) {
    DumpLine line("", "peering", one.address);
    line.existence(one.existence).text("network", address(model, one.network));
    line.text("remote", address(model, one.remote));
    text += std::move(line.value("uses-remote-gateways", one.uses_remote_gateways)).finish();
  }
  for (const NetworkGateway& one : model.network_gateways) {
    DumpLine line("", "network-gateway", one.address);
    text += std::move(line.existence(one.existence).text("subnet", address(model, one.subnet))).finish();
  }
  for (const OutsideNetwork& one : model.outside_networks) {
    DumpLine line("", "outside-network", one.address);
    text += std::move(line.existence(one.existence).value("address-space", one.address_space)).finish();
  }
  for (const PrivateZone& one : model.private_zones) {
    DumpLine line("", "private-zone", one.address);
    text += std::move(line.existence(one.existence).value("name", one.name)).finish();
  }
  for (const IpGroup& one : model.ip_groups) {
    DumpLine line("", "ip-group", one.address);
    text += std::move(line.value("addresses", one.addresses).flag("open", !one.complete)).finish();
  }
  for (const VirtualHub& one : model.virtual_hubs) text += dump_hub(model, one);
  return text;
}

}  // namespace smtplint::model
