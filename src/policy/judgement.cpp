#include "policy/judgement.h"

#include <utility>

#include "policy/kind_verdict.h"
#include "policy/subscription_verdict.h"

namespace smtplint::policy {
namespace {

using knowledge::Remark;
using model::Judgement;

void finish(Judgement& judgement, Verdict verdict, std::string rule) {
  judgement.verdict = verdict;
  judgement.platform = verdict;
  judgement.reasons.push_back(rule);
  judgement.rule = std::move(rule);
}

void finish_unknown(Judgement& judgement, SenderField field, std::string reason) {
  judgement.unknown.push_back({field, reason});
  finish(judgement, Verdict::unknown, std::move(reason));
}

std::vector<std::string> allowed_types(const Basis& basis) {
  std::vector<std::string> names;
  for (const knowledge::SubscriptionType& type : basis.catalogue.subscriptions().types()) {
    const auto rule = basis.edition.types.find(type.id);
    if (rule == basis.edition.types.end()) continue;
    if (rule->second.after_cutoff == knowledge::PolicyRule::allowed) names.push_back(type.name);
  }
  return names;
}

/// One judgement, in the order in which the questions are asked.
class Judge {
 public:
  Judge(const Sender& sender, const Identity& identity, const Basis& basis)
      : sender_(sender),
        identity_(identity),
        basis_(basis),
        remarks_(basis.catalogue.remarks()),
        kind_(basis.catalogue.compute_kinds()[sender.kind]) {
    result_.subscription = {identity.type(), identity.source};
    result_.sovereign_cloud = sender.cloud != model::Cloud::global;
    result_.source = basis.edition.page;
    result_.type_notes = identity.notes;
  }

  Judgement judge() {
    if (sender_.through_hybrid_connection == Truth::yes) {
      finish(result_, Verdict::allowed, remarks_.text(Remark::hybrid_connection));
    } else if (sender_.scope == Scope::local) {
      finish(result_, Verdict::allowed, remarks_.text(Remark::destination_local));
    } else if (sender_.scope == Scope::private_network) {
      to_private();
    } else if (!may_be_mail_port()) {
      finish(result_, Verdict::allowed,
             remarks_.text(Remark::port_is_not_mail, {{"port", std::to_string(*sender_.port)}}));
    } else {
      to_outside();
    }
    return std::move(result_);
  }

 private:
  /// Whether it is the port that Azure blocks, or not known.
  [[nodiscard]] bool may_be_mail_port() const {
    const std::uint16_t mail_port = basis_.catalogue.mail_ports().exchange;
    return sender_.port.value_or(mail_port) == mail_port;
  }

  /// Only through a network that it is part of does an app reach a private host.
  [[nodiscard]] Truth has_way_to_private() const {
    return kind_.by_integration() ? sender_.app.integrated | sender_.app.in_environment : Truth::yes;
  }

  void to_private() {
    if (!kind_.unclear_to_private.empty() && may_be_mail_port()) {
      finish_unknown(result_, SenderField::network, kind_.unclear_to_private);
      return;
    }
    finish(result_, Verdict::allowed, remarks_.text(Remark::destination_private));
    const Truth way = has_way_to_private();
    if (way == Truth::yes) return;
    const bool maybe = way == Truth::unknown || sender_.through_hybrid_connection == Truth::unknown;
    result_.verdict = maybe ? Verdict::unknown : Verdict::no_egress;
    std::string reason = remarks_.text(maybe ? Remark::way_to_private_not_known : Remark::no_way_to_private,
                                       {{"kind", kind_.phrase}});
    if (maybe) result_.unknown.push_back({SenderField::network, reason});
    result_.reasons.push_back(std::move(reason));
  }

  /// On port 25, or perhaps on port 25, to a host that is or may be outside.
  void to_outside() {
    result_.allowed_types = allowed_types(basis_);
    judge_kind_and_subscription();
    if (result_.platform == Verdict::allowed) return;
    if (sender_.through_hybrid_connection == Truth::unknown) {
      leave_open(Remark::hybrid_connection_not_known);
      result_.platform = Verdict::unknown;
    }
    if (!sender_.port) {
      leave_open(Remark::port_not_known);
      result_.platform = Verdict::unknown;
      result_.subscription_decides = false;
    }
    if (!sender_.host_known) leave_open(Remark::destination_not_known);
  }

  void leave_open(Remark remark) {
    result_.verdict = Verdict::unknown;
    result_.reasons.push_back(remarks_.text(remark));
  }

  void judge_kind_and_subscription() {
    const SubscriptionVerdict subscription = judge_subscription(identity_, sender_.cloud, basis_);
    KindVerdict kind = judge_kind(sender_, subscription, basis_);
    bool subscription_counts = kind.supported == Truth::yes;
    switch (kind.supported) {
      case Truth::no:
        finish(result_, Verdict::unsupported_resource, std::move(kind.rule));
        result_.may_seem_to_work = kind.may_seem_to_work;
        result_.way_out = std::move(kind.way_out);
        break;
      case Truth::unknown:
        subscription_counts = undecided(subscription, kind);
        break;
      case Truth::yes:
        apply(subscription);
        break;
    }
    result_.reasons.insert(result_.reasons.end(), kind.remarks.begin(), kind.remarks.end());
    if (subscription_counts) return;
    result_.reasons.insert(result_.reasons.end(), subscription.remarks.begin(), subscription.remarks.end());
  }

  /// A subscription that blocks leaves no way open, whatever the kind turns out to be: then it counts.
  bool undecided(const SubscriptionVerdict& subscription, const KindVerdict& kind) {
    const bool blocked = subscription.verdict == Verdict::blocked ||
                         subscription.verdict == Verdict::blocked_exemption_possible;
    result_.kind_known = kind.field != SenderField::kind;
    result_.integration_known = kind.field != SenderField::network;
    if (!kind.never_better || !blocked) {
      finish_unknown(result_, kind.field, kind.rule);
      result_.subscription_decides = kind.never_better && subscription.type_decides;
      return false;
    }
    apply(subscription);
    result_.reasons.push_back(kind.rule);
    result_.unknown.push_back({kind.field, kind.rule});
    return true;
  }

  void apply(const SubscriptionVerdict& subscription) {
    finish(result_, subscription.verdict, subscription.rule);
    result_.subscription_decides = subscription.type_decides;
    result_.way_out = subscription.way_out;
    if (subscription.unknown) result_.unknown.push_back({SenderField::subscription, *subscription.unknown});
    result_.reasons.insert(result_.reasons.end(), subscription.remarks.begin(), subscription.remarks.end());
    const auto follow_up = basis_.edition.follow_up.find(sender_.kind);
    const bool exemptable =
        subscription.verdict == Verdict::blocked_exemption_possible && !result_.sovereign_cloud;
    if (exemptable && follow_up != basis_.edition.follow_up.end()) {
      result_.way_out += "; " + follow_up->second;
    }
  }

  const Sender& sender_;
  const Identity& identity_;
  const Basis& basis_;
  const knowledge::RemarkTable& remarks_;
  const knowledge::ComputeKind& kind_;
  Judgement result_;
};

}  // namespace

Judgement judge(const Sender& sender, const Identity& identity, const Basis& basis) {
  return Judge(sender, identity, basis).judge();
}

void say_that_exemption_is_bypassed(Judgement& judgement, const knowledge::Catalogue& catalogue) {
  std::erase(judgement.reasons, judgement.rule);
  finish(judgement, Verdict::blocked, catalogue.remarks().text(Remark::exempt_not_through_firewall));
  judgement.exemption_bypassed = true;
}

Judgement judge_rule(model::JudgedRule::Layer layer, model::Cloud cloud, const Identity& identity,
                     const Basis& basis) {
  Sender sender;
  sender.kind = WorkloadKind::virtual_machine;
  sender.cloud = cloud;
  sender.scope = Scope::public_host;
  sender.port = basis.catalogue.mail_ports().exchange;
  Identity covered = identity;
  if (layer == model::JudgedRule::Layer::firewall) covered.exempt = false;
  Judgement judgement = judge(sender, covered, basis);
  const bool blocked =
      judgement.platform == Verdict::blocked || judgement.platform == Verdict::blocked_exemption_possible;
  if (identity.exempt && !covered.exempt && blocked)
    say_that_exemption_is_bypassed(judgement, basis.catalogue);
  return judgement;
}

}  // namespace smtplint::policy
