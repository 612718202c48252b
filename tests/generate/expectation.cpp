#include "generate/expectation.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace smtplint::generate {
namespace {

enum class Reach { private_network, relay, public_host };

Reach reach_of(std::string_view host) {
  if (host.starts_with("10.") || host.ends_with(".internal")) return Reach::private_network;
  return host.find("fabrikam") == std::string_view::npos ? Reach::relay : Reach::public_host;
}

bool can_hold_an_allowance(std::string_view type) {
  return type == "enterprise-agreement" || type == "mca-enterprise";
}

/// Apps with integration into a virtual network are judged as virtual machines are: by their subscription.
Expectation by_subscription(const std::optional<std::string>& type, Reach reach) {
  if (!type) {
    const Severity severity = reach == Reach::relay ? Severity::warning : Severity::note;
    return {Verdict::unknown, "SMTP012", severity, true};
  }
  if (can_hold_an_allowance(*type)) return {Verdict::allowed, "", Severity::note, false};
  if (*type == "enterprise-dev-test")
    return {Verdict::blocked_exemption_possible, "SMTP002", Severity::error, false};
  return {Verdict::blocked, "SMTP001", Severity::error, false};
}

}  // namespace

Expectation expect(const Plan& plan, const Project& project) {
  if (plan.port != 25) return {Verdict::allowed, "", Severity::note, false};
  const Reach reach = reach_of(plan.host);
  if (reach == Reach::private_network) {
    const bool group = project.kind == WorkloadKind::container_group;
    return {group ? Verdict::unknown : Verdict::allowed, "", Severity::note, false};
  }
  if (project.integrated) return by_subscription(plan.subscription, reach);
  return {Verdict::unsupported_resource, "SMTP003", Severity::error, false};
}

}  // namespace smtplint::generate
