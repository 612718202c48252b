#include "knowledge/remarks.h"

#include <algorithm>

#include "base/assert.h"

namespace smtplint::knowledge {
namespace {

struct RemarkInfo {
  Remark remark;
  std::string_view key;
  std::string_view placeholders;  ///< separated by a space
};

constexpr auto infos = std::to_array<RemarkInfo>({
    {Remark::destination_local, "destination-local", ""},
    {Remark::mail_server_of_machine, "mail-server-of-machine", "server"},
    {Remark::destination_private, "destination-private", ""},
    {Remark::port_is_not_mail, "port-is-not-mail", "port"},
    {Remark::port_not_known, "port-not-known", ""},
    {Remark::destination_not_known, "destination-not-known", ""},
    {Remark::hybrid_connection, "hybrid-connection", ""},
    {Remark::hybrid_connection_not_known, "hybrid-connection-not-known", ""},
    {Remark::no_way_to_private, "no-way-to-private", "kind"},
    {Remark::way_to_private_not_known, "way-to-private-not-known", "kind"},
    {Remark::kind_not_known, "kind-not-known", ""},
    {Remark::kind_not_named, "kind-not-named", "kind edition"},
    {Remark::kind_unsupported, "kind-unsupported", "kind"},
    {Remark::kind_unsupported_by_plan, "kind-unsupported-by-plan", "kind"},
    {Remark::kind_without_integration, "kind-without-integration", "kind"},
    {Remark::kind_without_route_all, "kind-without-route-all", "kind"},
    {Remark::kind_may_seem_to_work, "kind-may-seem-to-work", "kind"},
    {Remark::kind_integration_not_known, "kind-integration-not-known", "kind"},
    {Remark::kind_integration_value, "kind-integration-value", "kind reason"},
    {Remark::kind_integrated, "kind-integrated", ""},
    {Remark::kind_in_environment, "kind-in-environment", ""},
    {Remark::kind_no_way_out, "kind-no-way-out", ""},
    {Remark::kind_to_integrate, "kind-to-integrate", ""},
    {Remark::kind_to_another_plan, "kind-to-another-plan", ""},
    {Remark::integrating_will_not_do, "integrating-will-not-do", "rule"},
    {Remark::subscription_allowed, "subscription-allowed", "subscription"},
    {Remark::subscription_exemptable, "subscription-exemptable", "subscription"},
    {Remark::subscription_blocked, "subscription-blocked", "subscription"},
    {Remark::subscription_types_blocked, "subscription-types-blocked", "subscriptions"},
    {Remark::subscription_types_differ, "subscription-types-differ", "subscriptions"},
    {Remark::subscription_if_type, "subscription-if-type", "subscriptions way-out"},
    {Remark::subscription_not_named, "subscription-not-named", "subscription edition"},
    {Remark::subscription_before_cutoff, "subscription-before-cutoff", "subscription cutoff"},
    {Remark::subscription_conflict, "subscription-conflict", "cutoff"},
    {Remark::subscription_undeclared, "subscription-undeclared", ""},
    {Remark::subscription_in_other_cloud, "subscription-in-other-cloud", ""},
    {Remark::way_out_in_other_cloud, "way-out-in-other-cloud", ""},
    {Remark::exempt, "exempt", ""},
    {Remark::exempt_no_longer_granted, "exempt-no-longer-granted", "subscription"},
    {Remark::exempt_by, "exempt-by", "evidence"},
    {Remark::quota_not_listed, "quota-not-listed", "quota"},
    {Remark::agreement_not_listed, "agreement-not-listed", "agreement"},
    {Remark::sources_disagree, "sources-disagree", "first second"},
    {Remark::code_disagrees, "code-disagrees", "first second"},
    {Remark::said_by_command_line, "said-by-command-line", "subscriptions"},
    {Remark::said_by_configuration, "said-by-configuration", "subscriptions"},
    {Remark::said_by_code, "said-by-code", "subscriptions"},
    {Remark::said_by_info, "said-by-info", "subscriptions"},
    {Remark::path_compute_not_known, "path-compute-not-known", ""},
    {Remark::path_interface_not_known, "path-interface-not-known", "thing"},
    {Remark::path_subnet_not_known, "path-subnet-not-known", "thing"},
    {Remark::path_subnet, "path-subnet", "thing"},
    {Remark::path_subnet_open, "path-subnet-open", "thing"},
    {Remark::path_integration_not_known, "path-integration-not-known", "thing"},
    {Remark::path_platform, "path-platform", "kind"},
    {Remark::path_platform_outlet, "path-platform-outlet", "kind"},
    {Remark::path_group_allows, "path-group-allows", "rule thing"},
    {Remark::path_group_denies, "path-group-denies", "rule thing"},
    {Remark::path_group_open, "path-group-open", "thing detail"},
    {Remark::path_admin_allows, "path-admin-allows", "rule thing"},
    {Remark::path_admin_always_allows, "path-admin-always-allows", "rule thing"},
    {Remark::path_admin_denies, "path-admin-denies", "rule thing"},
    {Remark::path_admin_open, "path-admin-open", "thing detail"},
    {Remark::path_admin_goes_on, "path-admin-goes-on", "thing"},
    {Remark::path_admin_not_deployed, "path-admin-not-deployed", ""},
    {Remark::path_group_missing, "path-group-missing", "thing"},
    {Remark::path_rule_may_match, "path-rule-may-match", "rule criterion"},
    {Remark::path_more_rules, "path-more-rules", ""},
    {Remark::path_more_routes, "path-more-routes", ""},
    {Remark::path_route_leads, "path-route-leads", "rule thing hop"},
    {Remark::path_route_drops, "path-route-drops", "rule thing"},
    {Remark::path_route_open, "path-route-open", "thing detail"},
    {Remark::path_route_private, "path-route-private", "thing"},
    {Remark::path_route_missing, "path-route-missing", "thing"},
    {Remark::path_hub, "path-hub", "thing"},
    {Remark::path_firewall_allows, "path-firewall-allows", "rule thing"},
    {Remark::path_firewall_denies, "path-firewall-denies", "rule thing"},
    {Remark::path_firewall_default, "path-firewall-default", "thing"},
    {Remark::path_firewall_open, "path-firewall-open", "thing detail"},
    {Remark::path_firewall_elsewhere, "path-firewall-elsewhere", "address"},
    {Remark::path_appliance, "path-appliance", "thing"},
    {Remark::path_appliance_not_known, "path-appliance-not-known", "address"},
    {Remark::path_appliance_loop, "path-appliance-loop", "thing"},
    {Remark::path_gateway, "path-gateway", ""},
    {Remark::path_network, "path-network", ""},
    {Remark::path_nat_gateway, "path-nat-gateway", "thing"},
    {Remark::path_nat_gateway_not_known, "path-nat-gateway-not-known", "thing"},
    {Remark::path_public_address, "path-public-address", "thing"},
    {Remark::path_balancer, "path-balancer", "thing"},
    {Remark::path_balancer_not_known, "path-balancer-not-known", "thing"},
    {Remark::path_default_outbound, "path-default-outbound", "thing"},
    {Remark::path_default_not_known, "path-default-not-known", "thing"},
    {Remark::path_no_outlet_private, "path-no-outlet-private", "thing"},
    {Remark::path_no_outlet_flexible, "path-no-outlet-flexible", "thing"},
    {Remark::path_no_outlet_internal, "path-no-outlet-internal", "thing"},
    {Remark::path_no_outlet_empty, "path-no-outlet-empty", "thing"},
    {Remark::path_no_outlet_cluster, "path-no-outlet-cluster", "thing"},
    {Remark::path_outlet_may_exist, "path-outlet-may-exist", ""},
    {Remark::path_denied_too, "path-denied-too", "reason"},
    {Remark::path_subscriptions_differ, "path-subscriptions-differ", "first second"},
    {Remark::exemption_not_through_firewall, "exemption-not-through-firewall", ""},
    {Remark::exempt_not_through_firewall, "exempt-not-through-firewall", ""},
    {Remark::criterion_existence, "criterion-existence", ""},
    {Remark::criterion_direction, "criterion-direction", ""},
    {Remark::criterion_protocol, "criterion-protocol", ""},
    {Remark::criterion_source_port, "criterion-source-port", ""},
    {Remark::criterion_source, "criterion-source", ""},
    {Remark::criterion_destination_port, "criterion-destination-port", ""},
    {Remark::criterion_destination, "criterion-destination", ""},
    {Remark::criterion_prefix, "criterion-prefix", ""},
});
static_assert(infos.size() == remark_count);

bool has_word(std::string_view words, std::string_view word) {
  while (!words.empty()) {
    const std::size_t end = std::min(words.find(' '), words.size());
    if (words.substr(0, end) == word) return true;
    words.remove_prefix(std::min(end + 1, words.size()));
  }
  return false;
}

}  // namespace

RemarkTable RemarkTable::read(Reader& reader) {
  RemarkTable table;
  (void)reader.sources();
  for (const RemarkInfo& info : infos) {
    const std::string text = reader.text(info.key);
    const Mark place = reader.optional(info.key).mark();
    auto& parts = table.texts_[static_cast<std::size_t>(info.remark)];
    parts = parse_rule_text(text, place, reader.problems());
    for (const RuleTextPart& part : parts) {
      if (!part.placeholder || has_word(info.placeholders, part.text)) continue;
      reader.problems().add(place, "unknown placeholder `{" + part.text + "}`");
    }
  }
  return table;
}

std::string RemarkTable::text(Remark remark, RemarkWords words) const {
  std::string result;
  for (const RuleTextPart& part : texts_[static_cast<std::size_t>(remark)]) {
    if (!part.placeholder) {
      result += part.text;
      continue;
    }
    const auto word = std::ranges::find(words, part.text, [](const auto& entry) { return entry.first; });
    SMTPLINT_ASSERT(word != words.end());
    result += word->second;
  }
  return result;
}

}  // namespace smtplint::knowledge
