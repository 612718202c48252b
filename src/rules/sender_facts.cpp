#include "rules/sender_facts.h"

#include "base/assert.h"

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

}  // namespace

const model::Workload* SenderView::workload() const {
  return mailer.workload.valid() ? &context.model[mailer.workload] : nullptr;
}

const knowledge::Provider* SenderView::provider() const {
  return host.provider.empty() ? nullptr : context.catalogue.providers().by_id(host.provider);
}

std::string SenderView::name() const {
  if (const model::Workload* known = workload()) return known->address;
  return mailer.runner.empty() ? mailer.document : mailer.runner;
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
  switch (fact) {
    case Fact::verdict:
      return FactValue::of_word(to_string(sender.judgement.verdict));
    case Fact::platform_verdict:
      return FactValue::of_word(to_string(sender.judgement.platform));
    case Fact::port_origin:
      return port_origin(sender.mailer.port_origin);
    case Fact::port:
      return sender.port.number ? FactValue::of_number(*sender.port.number) : FactValue::not_known();
    case Fact::scope:
      return scope(sender.host);
    case Fact::provider_known:
      return sender.host.name ? FactValue::of_flag(sender.provider() != nullptr) : FactValue::not_known();
    case Fact::provider_demands_login:
      return login_demanded(sender);
    case Fact::subscription_known:
      return FactValue::of_flag(sender.judgement.subscription.type != "unknown");
    case Fact::subscription_decides:
      return FactValue::of_flag(sender.judgement.subscription_decides);
    case Fact::may_seem_to_work:
      return FactValue::of_flag(sender.judgement.may_seem_to_work);
    case Fact::login:
      return stated(sender.mailer.login);
    case Fact::environment_complete:
      return FactValue::of_flag(sender.mailer.environment_complete);
    case Fact::plaintext_on_port:
      return FactValue::of_flag(sender.mailer.tls_plaintext_on_port);
    case Fact::delivery_stated:
      return FactValue::of_flag(sender.mailer.delivery_stated);
    case Fact::host_known:
      return FactValue::of_flag(sender.host.name.has_value());
    case Fact::kind_known:
      return FactValue::of_flag(sender.judgement.kind_known);
    case Fact::integration_known:
      return FactValue::of_flag(sender.judgement.integration_known);
    case Fact::through_firewall:
      return FactValue::of_flag(sender.judgement.path.through_firewall);
    case Fact::sovereign_cloud:
      return FactValue::of_flag(sender.judgement.sovereign_cloud);
    case Fact::submission_port_known:
      return FactValue::of_flag(sender.provider() != nullptr && sender.provider()->submission.has_value());
    case Fact::stop:
    case Fact::network_decides:
    case Fact::stop_written:
    case Fact::application_rule_names_port:
    case Fact::exemption_bypassed:
    case Fact::outlet_may_exist:
    case Fact::sending_kind:
    case Fact::rule_layer:
    case Fact::direction:
    case Fact::access:
    case Fact::names_port_25:
    case Fact::towards_internet:
    case Fact::rule_blocked:
    case Fact::undeclared_senders:
    case Fact::undeclared_towards_public:
    case Fact::event:
    case Fact::reason:
      break;
  }
  SMTPLINT_ASSERT(knowledge::info(fact).subject == knowledge::Subject::sender);
  return FactValue::not_known();
}

}  // namespace smtplint::rules
