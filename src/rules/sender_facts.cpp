#include "rules/sender_facts.h"

#include "rules/fact_table.h"

namespace smtplint::rules {
namespace {

using knowledge::Fact;
using model::PortOrigin;
using model::Stated;

FactValue port_origin(PortOrigin origin) {
  switch (origin) {
    case PortOrigin::written:
      return FactValue::of_word("written");
    case PortOrigin::framework_default:
      return FactValue::of_word("framework-default");
    case PortOrigin::only_answer:
      return FactValue::of_word("only-answer");
    case PortOrigin::none:
      return FactValue::of_word("none");
    case PortOrigin::unknown:
      break;
  }
  return FactValue::not_known();
}

FactValue stated(Stated value) {
  switch (value) {
    case Stated::absent:
      return FactValue::of_word("absent");
    case Stated::off:
      return FactValue::of_word("off");
    case Stated::on:
      return FactValue::of_word("on");
    case Stated::unknown:
      break;
  }
  return FactValue::not_known();
}

FactValue login_demanded(const SenderView& sender) {
  const knowledge::Provider* provider = sender.provider();
  if (provider == nullptr && !sender.host.name) return FactValue::not_known();
  return FactValue::of_flag(provider != nullptr && provider->demands_login);
}

FactValue scope(const model::HostChoice& host) {
  return host.scope == Scope::unknown ? FactValue::not_known() : FactValue::of_word(to_string(host.scope));
}

constexpr auto answers = std::to_array<Answer<SenderView>>({
    {Fact::verdict,
     [](const SenderView& sender) { return FactValue::of_word(to_string(sender.judgement.verdict)); }},
    {Fact::platform_verdict,
     [](const SenderView& sender) { return FactValue::of_word(to_string(sender.judgement.platform)); }},
    {Fact::port_origin, [](const SenderView& sender) { return port_origin(sender.mailer.port_origin); }},
    {Fact::port,
     [](const SenderView& sender) {
       return sender.port.number ? FactValue::of_number(*sender.port.number) : FactValue::not_known();
     }},
    {Fact::scope, [](const SenderView& sender) { return scope(sender.host); }},
    {Fact::provider_known,
     [](const SenderView& sender) {
       return sender.host.name ? FactValue::of_flag(sender.provider() != nullptr) : FactValue::not_known();
     }},
    {Fact::provider_demands_login, [](const SenderView& sender) { return login_demanded(sender); }},
    {Fact::subscription_known,
     [](const SenderView& sender) {
       return FactValue::of_flag(sender.judgement.subscription.type != "unknown");
     }},
    {Fact::subscription_decides,
     [](const SenderView& sender) { return FactValue::of_flag(sender.judgement.subscription_decides); }},
    {Fact::may_seem_to_work,
     [](const SenderView& sender) { return FactValue::of_flag(sender.judgement.may_seem_to_work); }},
    {Fact::login, [](const SenderView& sender) { return stated(sender.mailer.login); }},
    {Fact::environment_complete,
     [](const SenderView& sender) { return FactValue::of_flag(sender.mailer.environment_complete); }},
    {Fact::plaintext_on_port,
     [](const SenderView& sender) { return FactValue::of_flag(sender.mailer.tls_plaintext_on_port); }},
    {Fact::delivery_stated,
     [](const SenderView& sender) { return FactValue::of_flag(sender.mailer.delivery_stated); }},
    {Fact::host_known,
     [](const SenderView& sender) { return FactValue::of_flag(sender.host.name.has_value()); }},
    {Fact::submission_port_known,
     [](const SenderView& sender) {
       return FactValue::of_flag(sender.provider() != nullptr && sender.provider()->submission.has_value());
     }},
    {Fact::kind_known,
     [](const SenderView& sender) { return FactValue::of_flag(sender.judgement.kind_known); }},
    {Fact::integration_known,
     [](const SenderView& sender) { return FactValue::of_flag(sender.judgement.integration_known); }},
    {Fact::through_firewall,
     [](const SenderView& sender) { return FactValue::of_flag(sender.judgement.path.through_firewall); }},
    {Fact::sovereign_cloud,
     [](const SenderView& sender) { return FactValue::of_flag(sender.judgement.sovereign_cloud); }},
});
static_assert(answers_all(answers, knowledge::facts_of_sender));

}  // namespace

const model::Workload* SenderView::workload() const {
  return mailer.workload.valid() ? &context.model[mailer.workload] : nullptr;
}

const knowledge::Provider* SenderView::provider() const {
  return host.provider.empty() ? nullptr : context.catalogue.providers().by_id(host.provider);
}

std::string SenderView::name() const {
  if (!mailer.runner.empty()) return mailer.runner;
  const model::Workload* known = workload();
  return known == nullptr ? mailer.document : known->address;
}

WorkloadKind SenderView::kind() const {
  return workload() == nullptr ? mailer.runner_kind : workload()->kind;
}

SenderView view_of(const Context& context, const model::Mailer& mailer,
                   const model::Combination& combination) {
  return {context, mailer, mailer.hosts[combination.host], mailer.ports[combination.port],
          combination.judgement};
}

FactValue sender_fact(Fact fact, const SenderView& sender) {
  return answer(answers, knowledge::facts_of_sender, fact, sender);
}

}  // namespace smtplint::rules
