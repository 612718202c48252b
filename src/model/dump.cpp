#include <span>

#include "model/dump_joints.h"
#include "model/dump_line.h"
#include "model/dump_mailer.h"
#include "model/model.h"

namespace smtplint::model {

namespace {

std::string_view cloud_name(Cloud cloud) {
  switch (cloud) {
    case Cloud::global:
      return {};
    case Cloud::china:
      return "china";
    case Cloud::us_government:
      return "us-government";
    case Cloud::unknown:
      break;
  }
  return "unknown";
}

std::string_view evidence_name(SubscriptionEvidence::Kind kind) {
  switch (kind) {
    case SubscriptionEvidence::Kind::billing_scope:
      return "billing-scope";
    case SubscriptionEvidence::Kind::workload:
      return "workload";
    case SubscriptionEvidence::Kind::quota_id:
      return "quota-id";
    case SubscriptionEvidence::Kind::offer:
      break;
  }
  return "offer";
}

std::string_view kind_name(FirewallRuleKind kind) {
  switch (kind) {
    case FirewallRuleKind::network:
      return "network-rule";
    case FirewallRuleKind::application:
      return "application-rule";
    case FirewallRuleKind::translation:
      break;
  }
  return "translation-rule";
}

template <typename T>
std::string address(const Model& model, Id<T> id) {
  return id.valid() ? model[id].address : std::string();
}

std::string subscription_name(const Model& model, Id<Subscription> id) {
  if (!id.valid()) return {};
  const std::string& reference = model[id].reference;
  return reference.empty() ? "default" : reference;
}

std::string dump_subscription(const Subscription& subscription) {
  DumpLine line("", "subscription", subscription.reference.empty() ? "default" : subscription.reference);
  line.value("id", subscription.id).text("cloud", cloud_name(subscription.cloud));
  for (const SubscriptionEvidence& evidence : subscription.evidence) {
    line.value(evidence_name(evidence.kind), evidence.value);
  }
  return std::move(line).finish();
}

std::string dump_workload(const Model& model, const Workload& workload) {
  DumpLine line("", "workload", workload.address);
  line.text("kind", to_string(workload.kind)).text("judged-as", workload.judged_as);
  line.text("subscription", subscription_name(model, workload.subscription)).existence(workload.existence);
  line.value("plan-sku", workload.plan_sku);
  if (workload.can_integrate != Truth::unknown) line.text("can-integrate", show(workload.can_integrate));
  line.value("integration-subnet", workload.integration_subnet).value("route-all", workload.route_all);
  line.flag("ignores-route-all", workload.ignores_route_all);
  // Of a module that is not on disk it says where that should come from, which is not the model's.
  if (workload.kind != WorkloadKind::unknown) line.value("hosting-environment", workload.hosting_environment);
  line.value("no-default-outbound", workload.no_default_outbound);
  line.value("outbound-type", workload.outbound_type).text("subnet", address(model, workload.subnet));
  line.flag("may-seem-to-work", workload.may_seem_to_work);
  line.flag("perhaps-elsewhere", workload.perhaps_elsewhere);
  for (const Id<NetworkInterface> interface : workload.interfaces) {
    line.text("interface", address(model, interface));
  }
  line.flag("more-interfaces", !workload.interfaces_complete);
  std::string text = std::move(line).finish();
  for (const HybridConnection& connection : workload.hybrid_connections) {
    DumpLine inner("  ", "hybrid-connection", show(connection.host));
    text += std::move(inner.value("port", connection.port).existence(connection.existence)).finish();
  }
  return text;
}

std::string dump_subnet(const Model& model, const Subnet& subnet) {
  DumpLine line("", "subnet", subnet.address);
  line.existence(subnet.existence).text("network", address(model, subnet.network));
  line.value("name", subnet.name).value("prefixes", subnet.prefixes).value("delegations", subnet.delegations);
  line.value("default-outbound", subnet.default_outbound);
  line.text("security-group", address(model, subnet.security_group));
  line.text("route-table", address(model, subnet.route_table)).value("nat-gateway", subnet.nat_gateway);
  return std::move(line.flag("open", !subnet.complete)).finish();
}

std::string dump_network(const Model& model, const VirtualNetwork& network) {
  DumpLine line("", "virtual-network", network.address);
  line.text("subscription", subscription_name(model, network.subscription)).existence(network.existence);
  return std::move(line.value("name", network.name).value("address-space", network.address_space)).finish();
}

std::string dump_interface(const Model& model, const NetworkInterface& interface) {
  DumpLine line("", "network-interface", interface.address);
  line.existence(interface.existence).value("ip-forwarding", interface.ip_forwarding);
  for (const Id<Subnet> subnet : interface.subnets) line.text("subnet", address(model, subnet));
  line.text("security-group", address(model, interface.security_group));
  line.value("private-addresses", interface.private_addresses);
  line.value("public-addresses", interface.public_addresses).value("backend-pools", interface.backend_pools);
  line.value("application-groups", interface.application_groups);
  return std::move(line.flag("open", !interface.complete)).finish();
}

std::string dump_rules(std::span<const SecurityRule> rules) {
  std::string text;
  for (const SecurityRule& rule : rules) {
    DumpLine inner("  ", "rule", rule.name);
    inner.existence(rule.existence).value("priority", rule.priority).value("direction", rule.direction);
    inner.value("access", rule.access).value("protocol", rule.protocol);
    inner.value("source-ports", rule.source_ports).value("destination-ports", rule.destination_ports);
    inner.value("source-prefixes", rule.source_prefixes);
    inner.value("destination-prefixes", rule.destination_prefixes);
    inner.value("source-groups", rule.source_groups).value("destination-groups", rule.destination_groups);
    text += std::move(inner).finish();
  }
  return text;
}

std::string dump_security_group(const Model& model, const SecurityGroup& group) {
  DumpLine line("", "security-group", group.address);
  line.text("subscription", subscription_name(model, group.subscription)).existence(group.existence);
  return std::move(line.flag("open", !group.complete)).finish() + dump_rules(group.rules);
}

std::string dump_admin_rules(const Model& model, const AdminRuleCollection& collection) {
  DumpLine line("", "admin-rules", collection.address);
  line.existence(collection.existence);
  for (const Id<VirtualNetwork> network : collection.networks) line.text("network", address(model, network));
  line.flag("deployed", collection.deployed).flag("open", !collection.complete);
  return std::move(line).finish() + dump_rules(collection.rules);
}

std::string dump_route_table(const RouteTable& table) {
  DumpLine line("", "route-table", table.address);
  line.existence(table.existence).value("propagates-bgp", table.propagates_bgp);
  std::string text = std::move(line.flag("open", !table.complete)).finish();
  for (const Route& route : table.routes) {
    DumpLine inner("  ", "route", route.name);
    inner.existence(route.existence)
        .value("prefix", route.prefix)
        .value("next-hop-type", route.next_hop_type);
    text += std::move(inner.value("next-hop-address", route.next_hop_address)).finish();
  }
  return text;
}

std::string dump_rules(std::span<const FirewallRule> rules) {
  std::string text;
  for (const FirewallRule& rule : rules) {
    DumpLine line("  ", kind_name(rule.kind), rule.name);
    line.existence(rule.existence).value("group-priority", rule.group_priority);
    line.value("collection-priority", rule.collection_priority).value("action", rule.action);
    line.value("protocols", rule.protocols).value("source-addresses", rule.source_addresses);
    line.value("source-groups", rule.source_groups)
        .value("destination-addresses", rule.destination_addresses);
    line.value("destination-groups", rule.destination_groups);
    line.value("destination-names", rule.destination_names);
    text += std::move(line.value("destination-ports", rule.destination_ports)).finish();
  }
  return text;
}

std::string dump_firewall(const Model& model, const Firewall& firewall) {
  DumpLine line("", "firewall", firewall.address);
  line.text("subscription", subscription_name(model, firewall.subscription)).existence(firewall.existence);
  line.text("policy", address(model, firewall.policy));
  for (const Id<Subnet> subnet : firewall.subnets) line.text("subnet", address(model, subnet));
  return std::move(line.flag("open", !firewall.complete)).finish() + dump_rules(firewall.rules);
}

std::string dump_policy(const Model& model, const FirewallPolicy& policy) {
  DumpLine line("", "firewall-policy", policy.address);
  line.text("subscription", subscription_name(model, policy.subscription)).existence(policy.existence);
  line.value("parent", policy.parent).value("dns-proxy", policy.dns_proxy);
  return std::move(line.flag("open", !policy.complete)).finish() + dump_rules(policy.rules);
}

}  // namespace

std::string dump(const Model& model) {
  std::string text;
  for (const Subscription& one : model.subscriptions) text += dump_subscription(one);
  for (const Workload& one : model.workloads) text += dump_workload(model, one);
  for (const Mailer& one : model.mailers) text += dump_mailer(model, one);
  for (const VirtualNetwork& one : model.networks) text += dump_network(model, one);
  for (const Subnet& one : model.subnets) text += dump_subnet(model, one);
  for (const NetworkInterface& one : model.interfaces) text += dump_interface(model, one);
  for (const SecurityGroup& one : model.security_groups) text += dump_security_group(model, one);
  for (const AdminRuleCollection& one : model.admin_rules) text += dump_admin_rules(model, one);
  for (const RouteTable& one : model.route_tables) text += dump_route_table(one);
  for (const Firewall& one : model.firewalls) text += dump_firewall(model, one);
  for (const FirewallPolicy& one : model.firewall_policies) text += dump_policy(model, one);
  return text + dump_joints(model);
}

}  // namespace smtplint::model
