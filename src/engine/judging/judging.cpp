#include "engine/judging/judging.h"

#include <algorithm>
#include <span>

#include "engine/judging/network_judging.h"
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

/// The judges of one deployment.
class MailerJudge {
 public:
  MailerJudge(const network::View& view, const policy::Basis& basis, const DeclaredSubscriptions& declared)
      : view_(view), model_(view.model), basis_(basis), declared_(declared) {}

  [[nodiscard]] model::JudgedMailer judge(std::size_t index) const {
    const model::Mailer& mailer = model_.mailers[index];
    model::JudgedMailer judged{model::Id<model::Mailer>(index), {}};
    for (std::size_t host = 0; host < mailer.hosts.size(); ++host) {
      for (std::size_t port = 0; port < mailer.ports.size(); ++port) {
        if (contradict(mailer.hosts[host].choices, mailer.ports[port].choices)) continue;
        judged.combinations.push_back({host, port, judge(mailer, mailer.hosts[host], mailer.ports[port])});
      }
    }
    return judged;
  }

 private:
  [[nodiscard]] model::Judgement judge(const model::Mailer& mailer, const model::HostChoice& host,
                                       const model::PortChoice& port) const {
    const policy::Sender sender = policy::sender_of(model_, mailer, host, port, basis_.catalogue);
    const model::Id<model::Subscription> subscription = subscription_of(mailer);
    if (!meets_network(sender)) return platform(sender, subscription, true);
    const model::Workload* workload = mailer.workload.valid() ? &model_[mailer.workload] : nullptr;
    model::NetworkPath path = path_of(view_, workload, sender, host);
    model::Judgement judgement = on_the_way(sender, subscription, path);
    join_network(judgement, std::move(path), basis_.catalogue);
    return judgement;
  }

  [[nodiscard]] model::Id<model::Subscription> subscription_of(const model::Mailer& mailer) const {
    if (!mailer.workload.valid()) return {};
    return policy::deciding_subscription(model_, model_[mailer.workload], basis_.catalogue.compute_kinds());
  }

  /// The own subscription and those of what passes the traffic on decide together. What leaves through a
  /// gateway meets no block of Azure.
  [[nodiscard]] model::Judgement on_the_way(const policy::Sender& sender, model::Id<model::Subscription> own,
                                            const model::NetworkPath& path) const {
    const std::uint16_t mail_port = basis_.catalogue.mail_ports().exchange;
    const bool to_outside =
        sender.port.value_or(mail_port) == mail_port && sender.scope != Scope::private_network;
    if (!to_outside) return platform(sender, own, true);
    const bool firewall = path.through_firewall == Truth::yes;
    std::vector<model::Judgement> judgements{platform(sender, own, !firewall)};
    for (const auto id : path.subscriptions) {
      if (id != own) judgements.push_back(platform(sender, id, !firewall));
    }
    model::Judgement judgement = join_subscriptions(std::move(judgements), basis_.catalogue);
    if (firewall) limit_exemption(judgement, is_exempt(own, path), basis_.catalogue);
    if (path.through_gateway == Truth::yes) leave_by_gateway(judgement);
    return judgement;
  }

  /// Does the user declare an exemption for a subscription on the way?
  [[nodiscard]] bool is_exempt(model::Id<model::Subscription> own, const model::NetworkPath& path) const {
    const auto exempt = [this](model::Id<model::Subscription> id) { return declared_.of(model_, id).exempt; };
    return exempt(own) || std::ranges::any_of(path.subscriptions, exempt);
  }

  void leave_by_gateway(model::Judgement& judgement) const {
    if (judgement.platform == Verdict::unsupported_resource) return;
    judgement.platform = Verdict::allowed;
    judgement.verdict = Verdict::allowed;
    judgement.subscription_decides = false;
    judgement.rule = basis_.catalogue.remarks().text(knowledge::Remark::path_gateway);
    judgement.reasons = {judgement.rule};
    std::erase_if(judgement.unknown,
                  [](const UnknownField& one) { return one.field == SenderField::subscription; });
  }

  [[nodiscard]] model::Judgement platform(const policy::Sender& sender,
                                          model::Id<model::Subscription> subscription,
                                          bool exemption_counts) const {
    policy::Identity identity = identity_of(model_, subscription, basis_, declared_);
    identity.exempt = identity.exempt && exemption_counts;
    return policy::judge(sender, identity, basis_);
  }

  const network::View& view_;
  const model::Model& model_;
  const policy::Basis& basis_;
  const DeclaredSubscriptions& declared_;
};

/// What all ways of sending of a mailer have in common; unknown where they differ.
Verdict common_verdict(const model::JudgedMailer& judged) {
  const Verdict first = judged.combinations.front().judgement.verdict;
  const bool same = std::ranges::all_of(
      judged.combinations, [first](const model::Combination& one) { return one.judgement.verdict == first; });
  return same ? first : Verdict::unknown;
}

/// Whether a host is the name of a container in the same document that sends mail itself: `mail` of
/// `compose/mail`.
bool is_runner(const std::string& host, const model::Mailer& client, const model::Mailer& server) {
  const std::string_view runner = server.runner;
  return !runner.empty() && runner != client.runner && server.document == client.document &&
         runner.substr(runner.rfind('/') + 1) == host;
}

/// What a program hands to the mail server of its machine, or of a container beside it.
bool takes_mail_of(const model::Mailer& server, const model::Mailer& client, const model::HostChoice& host) {
  const bool on_machine = server.serves_machine && server.workload.valid() && !client.serves_machine &&
                          client.workload == server.workload;
  if (on_machine) return host.scope == Scope::local;
  return host.scope == Scope::private_network && host.name && is_runner(*host.name, client, server);
}

/// Mail that another sender of the deployment takes gets out where that gets out.
void follow_mail_servers(const model::Model& model, const knowledge::Catalogue& catalogue,
                         std::vector<model::JudgedMailer>& judged) {
  for (const model::JudgedMailer& server : judged) {
    const model::Mailer& sending = model.mailers[server.mailer.index()];
    for (model::JudgedMailer& client : judged) {
      const model::Mailer& mailer = model.mailers[client.mailer.index()];
      for (model::Combination& combination : client.combinations) {
        if (mailer.ports[combination.port].number != catalogue.mail_ports().exchange) continue;
        if (!takes_mail_of(sending, mailer, mailer.hosts[combination.host])) continue;
        combination.judgement.verdict = common_verdict(server);
        combination.judgement.reasons = {catalogue.remarks().text(knowledge::Remark::mail_server_of_machine,
                                                                  {{"server", sending.framework_name}})};
      }
    }
  }
}

}  // namespace

std::vector<model::JudgedMailer> judge_mailers(const network::View& view, const policy::Basis& basis,
                                               const DeclaredSubscriptions& declared) {
  const MailerJudge judge(view, basis, declared);
  std::vector<model::JudgedMailer> judged;
  for (std::size_t i = 0; i < view.model.mailers.size(); ++i) {
    model::JudgedMailer one = judge.judge(i);
    if (!one.combinations.empty()) judged.push_back(std::move(one));
  }
  follow_mail_servers(view.model, basis.catalogue, judged);
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
  [[nodiscard]] std::shared_ptr<const model::Judgement> judged(
      Layer layer, model::Id<model::Subscription> subscription) const {
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
