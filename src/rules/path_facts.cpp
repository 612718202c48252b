#include "rules/path_facts.h"

#include "base/assert.h"

namespace smtplint::rules {
namespace {

using knowledge::Fact;
using model::Hop;
using model::HopKind;

std::string_view stop_word(const Hop* stop) {
  if (stop == nullptr) return "none";
  switch (stop->kind) {
    case HopKind::route:
      return "route";
    case HopKind::firewall:
      return "firewall";
    case HopKind::admin_rules:
    case HopKind::interface_security_group:
    case HopKind::subnet_security_group:
      return "security-group";
    case HopKind::subnet:
    case HopKind::appliance:
    case HopKind::nat_gateway:
    case HopKind::public_address:
    case HopKind::load_balancer:
    case HopKind::default_outbound:
    case HopKind::platform:
    case HopKind::gateway:
    case HopKind::network:
    case HopKind::outlet:
      break;
  }
  return "outlet";
}

}  // namespace

FactValue path_fact(Fact fact, const SenderView& sender) {
  const model::NetworkPath& path = sender.judgement.path;
  const Hop* stop = path.stop();
  const Verdict verdict = sender.judgement.verdict;
  switch (fact) {
    case Fact::stop:
      return FactValue::of_word(stop_word(stop));
    case Fact::network_decides:
      return FactValue::of_flag(stop != nullptr &&
                                (verdict == Verdict::denied_by_network || verdict == Verdict::no_egress));
    case Fact::stop_written:
      return FactValue::of_flag(stop != nullptr && stop->written);
    case Fact::application_rule_names_port:
      return FactValue::of_flag(path.application_rule_names_port);
    case Fact::exemption_bypassed:
      return FactValue::of_flag(sender.judgement.exemption_bypassed);
    case Fact::outlet_may_exist:
      return FactValue::of_flag(path.outlet_may_exist);
    case Fact::sending_kind:
      return FactValue::of_word(to_string(sender.kind()));
    default:
      break;
  }
  SMTPLINT_ASSERT(knowledge::info(fact).subject == knowledge::Subject::path);
  return FactValue::not_known();
}

}  // namespace smtplint::rules
