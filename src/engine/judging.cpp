#include "engine/judging.h"

#include <algorithm>
#include <span>

#include "policy/judgement.h"
#include "policy/sender.h"

namespace smtplint::engine {
namespace {

bool contradict(const std::vector<Choice>& left, const std::vector<Choice>& right) {
  return std::ranges::any_of(left, [&right](const Choice& choice) {
    return std::ranges::find(right, Choice{choice.condition, !choice.taken}) != right.end();
  });
}

/// What is known of a subscription, from the code and from what the user says.
policy::Identity identity_of(const model::Model& model, model::Id<model::Subscription> id,
                             const policy::Basis& basis, const DeclaredSubscriptions& declared) {
  std::span<const model::SubscriptionEvidence> evidence;
  if (id.valid()) evidence = model[id].evidence;
  return policy::identify(declared.of(model, id), evidence, basis.catalogue);
}

model::Id<model::Subscription> subscription_of(const model::Model& model, const model::Mailer& mailer) {
  if (!mailer.workload.valid()) return {};
  return policy::deciding_subscription(model, model[mailer.workload]);
}

/// What the platform allows, the network may still deny.
void add_open_network(model::Judgement& judgement, const model::HostChoice& host,
                      const policy::Basis& basis) {
  const bool decided = judgement.verdict != Verdict::allowed && judgement.verdict != Verdict::unknown;
  if (decided || host.scope == Scope::local) return;
  judgement.unknown.push_back(
      {SenderField::network, basis.catalogue.phrases().text(knowledge::Phrase::network_open)});
}

model::JudgedMailer judge_mailer(const model::Model& model, std::size_t index, const policy::Basis& basis,
                                 const DeclaredSubscriptions& declared) {
  const model::Mailer& mailer = model.mailers[index];
  const policy::Identity identity = identity_of(model, subscription_of(model, mailer), basis, declared);
  model::JudgedMailer judged{model::Id<model::Mailer>(index), {}};
  for (std::size_t host = 0; host < mailer.hosts.size(); ++host) {
    for (std::size_t port = 0; port < mailer.ports.size(); ++port) {
      if (contradict(mailer.hosts[host].choices, mailer.ports[port].choices)) continue;
      const policy::Sender sender =
          policy::sender_of(model, mailer, mailer.hosts[host], mailer.ports[port], basis.catalogue);
      model::Judgement judgement = policy::judge(sender, identity, basis);
      add_open_network(judgement, mailer.hosts[host], basis);
      judged.combinations.push_back({host, port, std::move(judgement)});
    }
  }
  return judged;
}

}  // namespace

std::vector<model::JudgedMailer> judge_mailers(const model::Model& model, const policy::Basis& basis,
                                               const DeclaredSubscriptions& declared) {
  std::vector<model::JudgedMailer> judged;
  for (std::size_t i = 0; i < model.mailers.size(); ++i) {
    model::JudgedMailer one = judge_mailer(model, i, basis, declared);
    if (!one.combinations.empty()) judged.push_back(std::move(one));
  }
  return judged;
}

namespace {

using Layer = model::JudgedRule::Layer;

class RuleJudge {
 public:
  RuleJudge(const model::Model& model, const policy::Basis& basis, const DeclaredSubscriptions& declared)
      : model_(model), basis_(basis), declared_(declared) {}

  void add(const model::SecurityGroup& group) {
    const auto judgement = judged(Layer::security_group, group.subscription);
    for (const model::SecurityRule& rule : group.rules) {
      rules_.push_back({Layer::security_group, group.address, group.existence, &rule, nullptr, judgement});
    }
  }

  template <typename Owner>
  void add_firewall(const Owner& owner) {
    const auto judgement = judged(Layer::firewall, owner.subscription);
    for (const model::FirewallRule& rule : owner.rules) {
      if (rule.kind != model::FirewallRuleKind::network) continue;
      rules_.push_back({Layer::firewall, owner.address, owner.existence, nullptr, &rule, judgement});
    }
  }

  std::vector<model::JudgedRule> finish() { return std::move(rules_); }

 private:
  [[nodiscard]] std::shared_ptr<const model::Judgement> judged(Layer layer,
                                                               model::Id<model::Subscription> subscription) const {
    const model::Cloud cloud = subscription.valid() ? model_[subscription].cloud : model::Cloud::global;
    return std::make_shared<const model::Judgement>(
        policy::judge_rule(layer, cloud, identity_of(model_, subscription, basis_, declared_), basis_));
  }

  const model::Model& model_;
  const policy::Basis& basis_;
  const DeclaredSubscriptions& declared_;
  std::vector<model::JudgedRule> rules_;
};

}  // namespace

std::vector<model::JudgedRule> judge_network_rules(const model::Model& model, const policy::Basis& basis,
                                                   const DeclaredSubscriptions& declared) {
  RuleJudge judge(model, basis, declared);
  for (const model::SecurityGroup& group : model.security_groups) judge.add(group);
  for (const model::Firewall& firewall : model.firewalls) judge.add_firewall(firewall);
  for (const model::FirewallPolicy& policy : model.firewall_policies) judge.add_firewall(policy);
  return judge.finish();
}

}  // namespace smtplint::engine
