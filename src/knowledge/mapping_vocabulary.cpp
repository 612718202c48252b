#include "knowledge/mapping_vocabulary.h"

#include <algorithm>
#include <array>

#include "base/assert.h"

namespace smtplint::knowledge {
namespace {

using enum Field;

constexpr std::array workload_fields{parent,
                                     service_name,
                                     images,
                                     plan,
                                     plan_sku,
                                     can_integrate,
                                     ignores_route_all,
                                     route_all,
                                     integration_subnet,
                                     hosting_environment,
                                     Field::container_environment,
                                     subnet,
                                     outbound_type,
                                     no_default_outbound,
                                     interfaces,
                                     settings,
                                     secret_settings,
                                     connection_strings};
constexpr std::array container_fields{parent, images, settings, secret_settings, settings_from};
constexpr std::array settings_source_fields{settings};
constexpr std::array stored_setting_fields{store, label, value};
constexpr std::array stored_secret_fields{value};
constexpr std::array machine_setup_fields{parent, settings, secret_settings};
constexpr std::array hybrid_connection_fields{parent, host, port};
constexpr std::array interface_fields{parent,        ip_forwarding,      private_addresses, public_addresses,
                                      backend_pools, application_groups, subnets,           security_group};
constexpr std::array subnet_fields{parent,         prefixes,           delegations, default_outbound,
                                   security_group, Field::route_table, nat_gateway};
constexpr std::array network_fields{address_space};
constexpr std::array security_rule_fields{parent,
                                          direction,
                                          access,
                                          protocol,
                                          priority,
                                          source_ports,
                                          destination_ports,
                                          source_prefixes,
                                          destination_prefixes,
                                          source_groups,
                                          destination_groups};
constexpr std::array route_table_fields{propagates_bgp};
constexpr std::array route_fields{parent, prefix, next_hop_type, next_hop_address};
constexpr std::array firewall_fields{policy, subnets};
constexpr std::array firewall_policy_fields{base_policy, dns_proxy};
constexpr std::array rule_group_fields{parent, group_priority};
constexpr std::array rule_collection_fields{parent, group_priority, collection_priority, action, rule_kind};
constexpr std::array firewall_rule_fields{parent,
                                          group_priority,
                                          collection_priority,
                                          action,
                                          rule_kind,
                                          protocols,
                                          source_addresses,
                                          destination_addresses,
                                          destination_names,
                                          destination_ports,
                                          source_address_groups,
                                          destination_address_groups};
constexpr std::array plan_fields{plan_sku, can_integrate, ignores_route_all, hosting_environment,
                                 integration_subnet};
constexpr std::array environment_fields{subnet};
constexpr std::array subscription_fields{subscription_id, subscription_workload, billing_scope, quota_id,
                                         offer};
constexpr std::array provider_fields{subscription_id, cloud};
constexpr std::array peering_fields{parent, remote_network, uses_remote_gateways};
constexpr std::array nat_gateway_fields{public_addresses};
constexpr std::array load_balancer_fields{sku};
constexpr std::array frontend_fields{parent, public_addresses, private_addresses};
constexpr std::array backend_pool_fields{parent};
constexpr std::array balancing_rule_fields{parent, outbound, disables_snat, frontends, backend_pools};
constexpr std::array gateway_fields{subnets};
constexpr std::array ip_group_fields{prefixes};
constexpr std::array hub_fields{internet_next_hop};
constexpr std::array hub_connection_fields{parent, remote_network, takes_internet_route};

constexpr std::array network_group_fields{members};
constexpr std::array admin_rule_collection_fields{parent, network_groups};
constexpr std::array admin_deployment_fields{configurations};

constexpr std::array in_workload{Thing::workload};
constexpr std::array in_network{Thing::virtual_network};
constexpr std::array in_security_group{Thing::security_group};
constexpr std::array in_route_table{Thing::route_table};
constexpr std::array in_policy{Thing::firewall_policy};
constexpr std::array in_group_or_firewall{Thing::firewall_rule_group, Thing::firewall};
constexpr std::array in_collection{Thing::firewall_rule_collection};
constexpr std::array in_balancer{Thing::load_balancer};
constexpr std::array in_hub{Thing::virtual_hub};
constexpr std::array in_admin_configuration{Thing::admin_configuration};
constexpr std::array in_admin_collection{Thing::admin_rule_collection};

constexpr std::array<ThingInfo, 41> thing_table{{
    {Thing::workload, "workload", workload_fields, in_workload},
    {Thing::container, "container", container_fields, in_workload},
    {Thing::settings_source, "settings-source", settings_source_fields, {}},
    {Thing::stored_setting, "stored-setting", stored_setting_fields, {}},
    {Thing::stored_secret, "stored-secret", stored_secret_fields, {}},
    {Thing::machine_setup, "machine-setup", machine_setup_fields, in_workload},
    {Thing::hybrid_connection, "hybrid-connection", hybrid_connection_fields, in_workload},
    {Thing::network_interface, "network-interface", interface_fields, in_workload},
    {Thing::subnet, "subnet", subnet_fields, in_network},
    {Thing::virtual_network, "virtual-network", network_fields, {}},
    {Thing::security_group, "security-group", {}, {}},
    {Thing::security_rule, "security-rule", security_rule_fields, in_security_group},
    {Thing::route_table, "route-table", route_table_fields, {}},
    {Thing::route, "route", route_fields, in_route_table},
    {Thing::firewall, "firewall", firewall_fields, {}},
    {Thing::firewall_policy, "firewall-policy", firewall_policy_fields, {}},
    {Thing::firewall_rule_group, "firewall-rule-group", rule_group_fields, in_policy},
    {Thing::firewall_rule_collection, "firewall-rule-collection", rule_collection_fields,
     in_group_or_firewall},
    {Thing::firewall_rule, "firewall-rule", firewall_rule_fields, in_collection},
    {Thing::service_plan, "service-plan", plan_fields, {}},
    {Thing::hosting_environment, "hosting-environment", environment_fields, {}},
    {Thing::container_environment, "container-environment", environment_fields, {}},
    {Thing::subscription, "subscription", subscription_fields, {}},
    {Thing::provider, "provider", provider_fields, {}},
    {Thing::network_peering, "network-peering", peering_fields, in_network},
    {Thing::nat_gateway, "nat-gateway", nat_gateway_fields, {}},
    {Thing::load_balancer, "load-balancer", load_balancer_fields, {}},
    {Thing::frontend, "frontend", frontend_fields, in_balancer},
    {Thing::backend_pool, "backend-pool", backend_pool_fields, in_balancer},
    {Thing::balancing_rule, "balancing-rule", balancing_rule_fields, in_balancer},
    {Thing::network_gateway, "network-gateway", gateway_fields, {}},
    {Thing::outside_network, "outside-network", network_fields, {}},
    {Thing::private_zone, "private-zone", {}, {}},
    {Thing::ip_group, "ip-group", ip_group_fields, {}},
    {Thing::virtual_hub, "virtual-hub", hub_fields, {}},
    {Thing::hub_connection, "hub-connection", hub_connection_fields, in_hub},
    {Thing::network_group, "network-group", network_group_fields, {}},
    {Thing::admin_configuration, "admin-configuration", {}, {}},
    {Thing::admin_rule_collection, "admin-rule-collection", admin_rule_collection_fields,
     in_admin_configuration},
    {Thing::admin_rule, "admin-rule", security_rule_fields, in_admin_collection},
    {Thing::admin_deployment, "admin-deployment", admin_deployment_fields, {}},
}};

constexpr FieldInfo scalar(Field field, std::string_view spelling) {
  return {field, spelling, FieldType::scalar, std::nullopt};
}
constexpr FieldInfo list(Field field, std::string_view spelling) {
  return {field, spelling, FieldType::list, std::nullopt};
}
constexpr FieldInfo setting(Field field, std::string_view spelling) {
  return {field, spelling, FieldType::settings, std::nullopt};
}
constexpr FieldInfo link(Field field, std::string_view spelling, Thing target) {
  return {field, spelling, FieldType::link, target};
}
constexpr FieldInfo links(Field field, std::string_view spelling, Thing target) {
  return {field, spelling, FieldType::links, target};
}

constexpr std::array<FieldInfo, field_count> field_table{{
    scalar(name, "name"),
    scalar(resource_group, "resource-group"),
    {parent, "parent", FieldType::link, std::nullopt},
    scalar(service_name, "service-name"),
    list(images, "images"),
    link(plan, "plan", Thing::service_plan),
    scalar(plan_sku, "plan-sku"),
    scalar(can_integrate, "can-integrate"),
    scalar(ignores_route_all, "ignores-route-all"),
    scalar(route_all, "route-all"),
    link(integration_subnet, "integration-subnet", Thing::subnet),
    link(hosting_environment, "hosting-environment", Thing::hosting_environment),
    link(container_environment, "container-environment", Thing::container_environment),
    link(subnet, "subnet", Thing::subnet),
    scalar(outbound_type, "outbound-type"),
    scalar(no_default_outbound, "no-default-outbound"),
    links(interfaces, "interfaces", Thing::network_interface),
    setting(settings, "settings"),
    setting(secret_settings, "secret-settings"),
    setting(connection_strings, "connection-strings"),
    links(settings_from, "settings-from", Thing::settings_source),
    scalar(store, "store"),
    scalar(label, "label"),
    scalar(value, "value"),
    scalar(host, "host"),
    scalar(port, "port"),
    scalar(ip_forwarding, "ip-forwarding"),
    list(private_addresses, "private-addresses"),
    list(public_addresses, "public-addresses"),
    links(backend_pools, "backend-pools", Thing::backend_pool),
    list(application_groups, "application-groups"),
    links(subnets, "subnets", Thing::subnet),
    list(address_space, "address-space"),
    list(prefixes, "prefixes"),
    list(delegations, "delegations"),
    scalar(default_outbound, "default-outbound"),
    link(security_group, "security-group", Thing::security_group),
    link(route_table, "route-table", Thing::route_table),
    link(nat_gateway, "nat-gateway", Thing::nat_gateway),
    scalar(direction, "direction"),
    scalar(access, "access"),
    scalar(protocol, "protocol"),
    scalar(priority, "priority"),
    list(source_ports, "source-ports"),
    list(destination_ports, "destination-ports"),
    list(source_prefixes, "source-prefixes"),
    list(destination_prefixes, "destination-prefixes"),
    list(source_groups, "source-groups"),
    list(destination_groups, "destination-groups"),
    scalar(propagates_bgp, "propagates-bgp"),
    scalar(prefix, "prefix"),
    scalar(next_hop_type, "next-hop-type"),
    scalar(next_hop_address, "next-hop-address"),
    link(policy, "policy", Thing::firewall_policy),
    link(base_policy, "base-policy", Thing::firewall_policy),
    scalar(dns_proxy, "dns-proxy"),
    scalar(group_priority, "group-priority"),
    scalar(collection_priority, "collection-priority"),
    scalar(action, "action"),
    scalar(rule_kind, "rule-kind"),
    list(protocols, "protocols"),
    list(source_addresses, "source-addresses"),
    list(destination_addresses, "destination-addresses"),
    list(destination_names, "destination-names"),
    links(source_address_groups, "source-address-groups", Thing::ip_group),
    links(destination_address_groups, "destination-address-groups", Thing::ip_group),
    scalar(subscription_id, "subscription-id"),
    scalar(subscription_workload, "subscription-workload"),
    scalar(billing_scope, "billing-scope"),
    scalar(quota_id, "quota-id"),
    scalar(offer, "offer"),
    scalar(cloud, "cloud"),
    link(remote_network, "remote-network", Thing::virtual_network),
    scalar(uses_remote_gateways, "uses-remote-gateways"),
    link(internet_next_hop, "internet-next-hop", Thing::firewall),
    scalar(takes_internet_route, "takes-internet-route"),
    scalar(sku, "sku"),
    scalar(outbound, "outbound"),
    scalar(disables_snat, "disables-snat"),
    list(frontends, "frontends"),
    links(members, "members", Thing::virtual_network),
    links(network_groups, "network-groups", Thing::network_group),
    links(configurations, "configurations", Thing::admin_configuration),
}};

constexpr bool in_order() {
  for (std::size_t i = 0; i < thing_table.size(); ++i) {
    if (static_cast<std::size_t>(thing_table[i].thing) != i) return false;
  }
  for (std::size_t i = 0; i < field_table.size(); ++i) {
    if (static_cast<std::size_t>(field_table[i].field) != i) return false;
  }
  return true;
}
static_assert(in_order(), "the tables are indexed by their enums");

}  // namespace

std::span<const ThingInfo> things() { return thing_table; }

const ThingInfo& info(Thing thing) { return thing_table[static_cast<std::size_t>(thing)]; }

std::span<const FieldInfo> fields() { return field_table; }

const FieldInfo& info(Field field) { return field_table[static_cast<std::size_t>(field)]; }

std::string_view to_string(Thing thing) { return info(thing).name; }

std::string_view to_string(Field field) { return info(field).name; }

std::string_view to_string(EmbeddedKind kind) {
  switch (kind) {
    case EmbeddedKind::cloud_init:
      return "cloud-init";
    case EmbeddedKind::script:
      return "script";
    case EmbeddedKind::desired_state:
      return "desired-state";
    case EmbeddedKind::provisioners:
      return "provisioners";
    case EmbeddedKind::arm_template:
      return "arm-template";
    case EmbeddedKind::document:
      return "document";
    case EmbeddedKind::files:
      return "files";
    case EmbeddedKind::unknown:
      break;
  }
  return "unknown";
}

std::optional<Thing> thing_named(std::string_view name) {
  const auto found = std::ranges::find(thing_table, name, &ThingInfo::name);
  return found == thing_table.end() ? std::nullopt : std::optional(found->thing);
}

std::optional<Field> field_named(std::string_view name) {
  const auto found = std::ranges::find(field_table, name, &FieldInfo::name);
  return found == field_table.end() ? std::nullopt : std::optional(found->field);
}

bool has_field(Thing thing, Field field) {
  if (field == Field::name || field == Field::resource_group) return true;
  return std::ranges::find(info(thing).fields, field) != info(thing).fields.end();
}

std::span<const Thing> link_targets(Thing thing, Field field) {
  if (field == Field::parent) return info(thing).parents;
  const std::optional<Thing>& target = info(field).target;
  return target ? std::span<const Thing>(&*target, 1) : std::span<const Thing>();
}

}  // namespace smtplint::knowledge
