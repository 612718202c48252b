#pragma once

#include <array>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "knowledge/reader.h"
#include "knowledge/rule_text.h"

namespace smtplint::knowledge {

/// What a verdict rests on, said in sentences of `rules/platform/remarks.yaml`.
enum class Remark {
  // destination and port
  destination_local,
  mail_server_of_machine,
  destination_private,
  port_is_not_mail,
  port_not_known,
  destination_not_known,
  hybrid_connection,
  hybrid_connection_not_known,
  no_way_to_private,
  way_to_private_not_known,
  // kind of compute
  kind_not_known,
  kind_not_named,
  kind_unsupported,
  kind_unsupported_by_plan,
  kind_without_integration,
  kind_without_route_all,
  kind_may_seem_to_work,
  kind_integration_not_known,
  kind_integration_value,
  kind_integrated,
  kind_in_environment,
  kind_no_way_out,
  kind_to_integrate,
  kind_to_another_plan,
  integrating_will_not_do,
  // subscription
  subscription_allowed,
  subscription_exemptable,
  subscription_blocked,
  subscription_types_blocked,
  subscription_types_differ,
  subscription_if_type,
  subscription_not_named,
  subscription_before_cutoff,
  subscription_conflict,
  subscription_undeclared,
  subscription_in_other_cloud,
  way_out_in_other_cloud,
  exempt,
  exempt_no_longer_granted,
  exempt_by,
  // how the type is known
  quota_not_listed,
  agreement_not_listed,
  sources_disagree,
  code_disagrees,
  said_by_command_line,
  said_by_configuration,
  said_by_code,
  said_by_info,
  // the way through the network
  path_compute_not_known,
  path_interface_not_known,
  path_subnet_not_known,
  path_subnet,
  path_subnet_open,
  path_integration_not_known,
  path_platform,
  path_platform_outlet,
  path_group_allows,
  path_group_denies,
  path_group_open,
  path_admin_allows,
  path_admin_always_allows,
  path_admin_denies,
  path_admin_open,
  path_admin_goes_on,
  path_admin_not_deployed,
  path_group_missing,
  path_rule_may_match,
  path_more_rules,
  path_more_routes,
  path_route_leads,
  path_route_drops,
  path_route_open,
  path_route_private,
  path_route_missing,
  path_hub,
  path_firewall_allows,
  path_firewall_denies,
  path_firewall_default,
  path_firewall_open,
  path_firewall_elsewhere,
  path_appliance,
  path_appliance_not_known,
  path_appliance_loop,
  path_gateway,
  path_network,
  path_nat_gateway,
  path_nat_gateway_not_known,
  path_public_address,
  path_balancer,
  path_balancer_not_known,
  path_default_outbound,
  path_default_not_known,
  path_no_outlet_private,
  path_no_outlet_flexible,
  path_no_outlet_internal,
  path_no_outlet_empty,
  path_no_outlet_cluster,
  path_outlet_may_exist,
  path_denied_too,
  path_subscriptions_differ,
  exemption_not_through_firewall,
  exempt_not_through_firewall,
  criterion_existence,
  criterion_direction,
  criterion_protocol,
  criterion_source_port,
  criterion_source,
  criterion_destination_port,
  criterion_destination,
  criterion_prefix,
};
inline constexpr std::size_t remark_count = static_cast<std::size_t>(Remark::criterion_prefix) + 1;

/// Names in braces with what they stand for.
using RemarkWords = std::initializer_list<std::pair<std::string_view, std::string>>;

class RemarkTable {
 public:
  static constexpr std::string_view id = "remarks";
  [[nodiscard]] static RemarkTable read(Reader& reader);

  /// Every name that the sentence uses must be among the words; that they are allowed is checked when it is
  /// read.
  [[nodiscard]] std::string text(Remark remark, RemarkWords words = {}) const;

 private:
  std::array<std::vector<RuleTextPart>, remark_count> texts_;
};

}  // namespace smtplint::knowledge
