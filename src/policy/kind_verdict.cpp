#include "policy/kind_verdict.h"

#include <utility>

namespace smtplint::policy {
namespace {

using knowledge::KindRule;
using knowledge::Remark;

class KindJudge {
 public:
  KindJudge(const Sender& sender, const SubscriptionVerdict& subscription, const Basis& basis)
      : sender_(sender),
        subscription_(subscription),
        basis_(basis),
        remarks_(basis.catalogue.remarks()),
        kind_(basis.catalogue.compute_kinds()[sender.kind]) {}

  KindVerdict judge() {
    if (sender_.kind == WorkloadKind::unknown) return undecided(remarks_.text(Remark::kind_not_known));
    switch (basis_.edition.rule_for(sender_.kind)) {
      case KindRule::as_subscription:
        return supported();
      case KindRule::with_integration:
        return with_integration();
      case KindRule::unsupported:
        return unsupported(sender_.may_seem_to_work);
      case KindRule::unsupported_may_work:
        return unsupported(!kind_.by_integration() || sender_.app.can_integrate != Truth::no);
      case KindRule::unknown:
        break;
    }
    return unknown(
        remarks_.text(Remark::kind_not_named, {{"kind", kind_.phrase}, {"edition", basis_.edition.id}}));
  }

 private:
  [[nodiscard]] std::string text(Remark remark) const {
    return remarks_.text(remark, {{"kind", kind_.phrase}});
  }

  [[nodiscard]] KindVerdict supported() const {
    KindVerdict result;
    result.supported = Truth::yes;
    if (!kind_.supported_as.empty()) result.remarks.push_back(kind_.supported_as);
    return result;
  }

  [[nodiscard]] KindVerdict unsupported(bool may_seem_to_work) const {
    KindVerdict result;
    result.supported = Truth::no;
    result.rule = text(Remark::kind_unsupported);
    result.way_out = remarks_.text(Remark::kind_no_way_out);
    result.may_seem_to_work = may_seem_to_work;
    if (may_seem_to_work) result.remarks.push_back(text(Remark::kind_may_seem_to_work));
    return result;
  }

  static KindVerdict unknown(std::string reason) {
    KindVerdict result;
    result.rule = std::move(reason);
    return result;
  }

  /// Either the subscription decides, or it is not supported at all.
  static KindVerdict undecided(std::string reason, SenderField field = SenderField::kind) {
    KindVerdict result = unknown(std::move(reason));
    result.field = field;
    result.never_better = true;
    return result;
  }

  [[nodiscard]] KindVerdict with_integration() const {
    const AppFacts& app = sender_.app;
    switch (app.through_network()) {
      case Truth::yes:
        return integrated();
      case Truth::no:
        return not_integrated();
      case Truth::unknown:
        break;
    }
    return undecided(app.reason.empty() ? text(Remark::kind_integration_not_known)
                                        : remarks_.text(Remark::kind_integration_value,
                                                        {{"kind", kind_.phrase}, {"reason", app.reason}}),
                     SenderField::network);
  }

  [[nodiscard]] KindVerdict integrated() const {
    KindVerdict result;
    result.supported = Truth::yes;
    const bool in_environment = sender_.app.in_environment == Truth::yes;
    if (subscription_.verdict == Verdict::allowed) {
      result.remarks.push_back(
          remarks_.text(in_environment ? Remark::kind_in_environment : Remark::kind_integrated));
    }
    return result;
  }

  [[nodiscard]] KindVerdict not_integrated() const {
    const AppFacts& app = sender_.app;
    KindVerdict result;
    result.supported = Truth::no;
    const bool plan_forbids = app.can_integrate == Truth::no;
    if (plan_forbids) {
      result.rule = text(Remark::kind_unsupported_by_plan);
    } else if (app.integrated == Truth::no) {
      result.rule = text(Remark::kind_without_integration);
    } else {
      result.rule = text(Remark::kind_without_route_all);
    }
    result.may_seem_to_work = !plan_forbids;
    if (result.may_seem_to_work) result.remarks.push_back(text(Remark::kind_may_seem_to_work));
    result.way_out = way_out(plan_forbids);
    return result;
  }

  [[nodiscard]] std::string way_out(bool plan_forbids) const {
    const bool blocked_too = subscription_.verdict == Verdict::blocked ||
                             subscription_.verdict == Verdict::blocked_exemption_possible;
    if (blocked_too) return remarks_.text(Remark::integrating_will_not_do, {{"rule", subscription_.rule}});
    return remarks_.text(plan_forbids ? Remark::kind_to_another_plan : Remark::kind_to_integrate);
  }

  const Sender& sender_;
  const SubscriptionVerdict& subscription_;
  const Basis& basis_;
  const knowledge::RemarkTable& remarks_;
  const knowledge::ComputeKind& kind_;
};

}  // namespace

KindVerdict judge_kind(const Sender& sender, const SubscriptionVerdict& subscription, const Basis& basis) {
  return KindJudge(sender, subscription, basis).judge();
}

}  // namespace smtplint::policy
