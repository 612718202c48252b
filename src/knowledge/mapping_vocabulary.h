#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

/// The closed words of `rules/resources/`. `docs/knowledge.md` explains them; what a file says in other
/// words, or about a thing that has no such field, is a problem when the rules are compiled.
namespace smtplint::knowledge {

/// What a resource, or a part of one, means to outbound mail.
enum class Thing : std::uint8_t {
  workload,           ///< compute that may send mail
  container,          ///< a program inside a workload, with settings of its own
  settings_source,    ///< settings that containers take in by name
  stored_setting,     ///< one of a store that programs read when they run
  stored_secret,      ///< what settings refer to, in place of their value
  machine_setup,      ///< a script or document that sets a machine up
  hybrid_connection,  ///< a way out of an app to one host and port
  network_interface,
  subnet,
  virtual_network,
  security_group,
  security_rule,
  route_table,
  route,
  firewall,
  firewall_policy,
  firewall_rule_group,  ///< rule collections of a policy under one priority
  firewall_rule_collection,
  firewall_rule,
  service_plan,
  hosting_environment,    ///< App Service Environment
  container_environment,  ///< what container apps share
  subscription,
  provider,
  network_peering,
  nat_gateway,
  load_balancer,
  frontend,         ///< an address of a load balancer
  backend_pool,     ///< what stands behind a load balancer
  balancing_rule,   ///< of a load balancer, for incoming or outgoing connections
  network_gateway,  ///< VPN or ExpressRoute
  outside_network,  ///< what stands behind a gateway: a network that is not in Azure
  private_zone,     ///< names that only virtual networks resolve
  ip_group,
  virtual_hub,
  hub_connection,  ///< a virtual network that a hub joins
  // of a Virtual Network Manager
  network_group,          ///< virtual networks that rules are for
  admin_configuration,    ///< security admin rules that are deployed together
  admin_rule_collection,  ///< those for the same groups of networks
  admin_rule,
  admin_deployment,  ///< brings configurations into effect
};

enum class Field : std::uint8_t {
  // any thing
  name,
  resource_group,
  parent,
  // workload, container
  service_name,
  images,
  // workload, service plan, hosting and container environment
  plan,
  plan_sku,
  can_integrate,
  ignores_route_all,
  route_all,
  integration_subnet,
  hosting_environment,
  container_environment,
  subnet,
  outbound_type,
  no_default_outbound,
  interfaces,
  // workload, container, settings source
  settings,
  secret_settings,
  connection_strings,
  settings_from,
  // stored setting and secret
  store,
  label,
  value,
  // hybrid connection
  host,
  port,
  // network interface
  ip_forwarding,
  private_addresses,
  public_addresses,
  backend_pools,
  application_groups,
  subnets,
  // virtual network, subnet
  address_space,
  prefixes,
  delegations,
  default_outbound,
  security_group,
  route_table,
  nat_gateway,
  // security rule
  direction,
  access,
  protocol,
  priority,
  source_ports,
  destination_ports,
  source_prefixes,
  destination_prefixes,
  source_groups,
  destination_groups,
  // route table, route
  propagates_bgp,
  prefix,
  next_hop_type,
  next_hop_address,
  // firewall and its rules
  policy,
  base_policy,
  dns_proxy,
  group_priority,
  collection_priority,
  action,
  rule_kind,
  protocols,
  source_addresses,
  destination_addresses,
  destination_names,
  source_address_groups,
  destination_address_groups,
  // subscription, provider
  subscription_id,
  subscription_workload,
  billing_scope,
  quota_id,
  offer,
  cloud,
  // peering, hub and its connections
  remote_network,
  uses_remote_gateways,
  internet_next_hop,
  takes_internet_route,
  // load balancer and its rules
  sku,
  outbound,
  disables_snat,
  frontends,
  // of a Virtual Network Manager
  members,
  network_groups,
  configurations,
};
inline constexpr std::size_t field_count = static_cast<std::size_t>(Field::configurations) + 1;

/// What a field holds.
enum class FieldType : std::uint8_t {
  scalar,
  list,      ///< a lone scalar counts as a list of one
  settings,  ///< path -> value
  link,      ///< another thing
  links,     ///< a list of other things
};

/// How a value is written in the resource.
enum class Shape : std::uint8_t {
  scalar,
  list,
  map,              ///< name -> value
  name_value_list,  ///< a list of objects, each with a name and a value
  tree,             ///< nested blocks: path -> value
};

enum class AttachMode : std::uint8_t { replace, merge, append };
enum class EmbeddedKind : std::uint8_t {
  cloud_init,
  script,
  desired_state,
  provisioners,
  arm_template,
  document,
  files,
  unknown
};
enum class Decoding : std::uint8_t { json, base64, base64_or_plain, gzip };

struct ThingInfo {
  Thing thing;
  std::string_view name;
  std::span<const Field> fields;   ///< besides `name` and `resource_group`
  std::span<const Thing> parents;  ///< what its `parent` may be
};

struct FieldInfo {
  Field field;
  std::string_view name;
  FieldType type;
  std::optional<Thing> target;  ///< of a link; `parent` has those of its thing
};

[[nodiscard]] std::span<const ThingInfo> things();
[[nodiscard]] const ThingInfo& info(Thing thing);
[[nodiscard]] std::span<const FieldInfo> fields();
[[nodiscard]] const FieldInfo& info(Field field);
[[nodiscard]] std::string_view to_string(Thing thing);
[[nodiscard]] std::string_view to_string(Field field);
[[nodiscard]] std::string_view to_string(EmbeddedKind kind);
[[nodiscard]] std::optional<Thing> thing_named(std::string_view name);
[[nodiscard]] std::optional<Field> field_named(std::string_view name);
/// Whether a thing has a field; `name` and `resource_group` belong to every thing.
[[nodiscard]] bool has_field(Thing thing, Field field);
/// What a link of a thing may lead to.
[[nodiscard]] std::span<const Thing> link_targets(Thing thing, Field field);

}  // namespace smtplint::knowledge
