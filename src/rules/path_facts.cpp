#include "rules/path_facts.h"

#include "rules/fact_table.h"

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

bool network_decides(const model::Judgement& judgement) {
  const bool by_network =
      judgement.verdict == Verdict::denied_by_network || judgement.verdict == Verdict::no_egress;
  return judgement.path.stop() != nullptr && by_network;
}

bool stop_written(const Hop* stop) { return stop != nullptr && stop->written; }

constexpr auto answers = std::to_array<Answer<SenderView>>({
    {Fact::stop,
     [](const SenderView& sender) { return FactValue::of_word(stop_word(sender.judgement.path.stop())); }},
    {Fact::network_decides,
     [](const SenderView& sender) { return FactValue::of_flag(network_decides(sender.judgement)); }},
    {Fact::stop_written,
     [](const SenderView& sender) { return FactValue::of_flag(stop_written(sender.judgement.path.stop())); }},
    {Fact::application_rule_names_port,
     [](const SenderView& sender) {
       return FactValue::of_flag(sender.judgement.path.application_rule_names_port);
     }},
    {Fact::exemption_bypassed,
     [](const SenderView& sender) { return FactValue::of_flag(sender.judgement.exemption_bypassed); }},
    {Fact::outlet_may_exist,
     [](const SenderView& sender) { return FactValue::of_flag(sender.judgement.path.outlet_may_exist); }},
    {Fact::sending_kind,
     [](const SenderView& sender) { return FactValue::of_word(to_string(sender.kind())); }},
});
static_assert(answers_all(answers, knowledge::facts_of_path));

}  // namespace

FactValue path_fact(Fact fact, const SenderView& sender) {
  return answer(answers, knowledge::facts_of_path, fact, sender);
}

}  // namespace smtplint::rules
