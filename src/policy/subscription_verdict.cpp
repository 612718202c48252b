#include "policy/subscription_verdict.h"

#include <algorithm>

namespace smtplint::policy {
namespace {

using knowledge::PolicyRule;
using knowledge::Remark;
using knowledge::TypeRule;

/// What an edition says of one type, with the creation date taken into account.
struct TypeOutcome {
  enum class Kind { allowed, exemptable, blocked, not_named, conflict };
  Kind kind = Kind::not_named;
  bool by_date = false;  ///< allowed only because it is old enough
  const TypeRule* rule = nullptr;
};

TypeOutcome::Kind kind_of(PolicyRule rule) {
  switch (rule) {
    case PolicyRule::allowed:
      return TypeOutcome::Kind::allowed;
    case PolicyRule::exemptable:
      return TypeOutcome::Kind::exemptable;
    case PolicyRule::blocked:
      return TypeOutcome::Kind::blocked;
    case PolicyRule::not_named:
      break;
  }
  return TypeOutcome::Kind::not_named;
}

TypeOutcome outcome_of(const std::string& type, const std::string& created,
                       const knowledge::Edition& edition) {
  const TypeRule& rule = edition.rule_for(type);
  const bool old = !created.empty() && created < edition.cutoff;
  TypeOutcome outcome{kind_of(old ? rule.before_cutoff : rule.after_cutoff), false, &rule};
  outcome.by_date = old && rule.before_cutoff != rule.after_cutoff;
  if (old && rule.conflict_before_cutoff) outcome.kind = TypeOutcome::Kind::conflict;
  return outcome;
}

/// One judgement of one identity: several small steps over the same things.
class SubscriptionJudge {
 public:
  SubscriptionJudge(const Identity& identity, const Basis& basis)
      : identity_(identity), basis_(basis), remarks_(basis.catalogue.remarks()) {
    for (const std::string& type : identity.types) {
      outcomes_.push_back(outcome_of(type, identity.created, basis.edition));
    }
  }

  SubscriptionVerdict judge() {
    if (identity_.exempt) return exempt();
    if (outcomes_.empty()) {
      return unknown(remarks_.text(Remark::subscription_undeclared), Decides::type);
    }
    if (outcomes_.size() == 1) return of_one_type(outcomes_.front());
    if (all_are(TypeOutcome::Kind::allowed)) return allowed();
    if (all_are(TypeOutcome::Kind::conflict)) return conflict();
    const bool all_blocked = std::ranges::all_of(outcomes_, [](const TypeOutcome& outcome) {
      return outcome.kind == TypeOutcome::Kind::blocked || outcome.kind == TypeOutcome::Kind::exemptable;
    });
    if (all_blocked) return of_blocked_types();
    return unknown(remarks_.text(Remark::subscription_types_differ, {{"subscriptions", names("or")}}),
                   Decides::type);
  }

  SubscriptionVerdict in_other_cloud() {
    return unknown(remarks_.text(Remark::subscription_in_other_cloud), Decides::type);
  }

 private:
  enum class Decides { type, nothing };

  [[nodiscard]] std::string names(std::string_view joint) const { return names_of(identity_.types, joint); }
  [[nodiscard]] std::string names_of(const std::vector<std::string>& types, std::string_view joint) const {
    return type_names(basis_.catalogue.subscriptions(), types, joint);
  }

  [[nodiscard]] bool all_are(TypeOutcome::Kind kind) const {
    return std::ranges::all_of(outcomes_,
                               [kind](const TypeOutcome& outcome) { return outcome.kind == kind; });
  }

  [[nodiscard]] SubscriptionVerdict unknown(std::string reason, Decides decides) const {
    SubscriptionVerdict result;
    result.type_decides = decides == Decides::type;
    result.rule = reason;
    result.unknown = std::move(reason);
    return result;
  }

  [[nodiscard]] SubscriptionVerdict conflict() const {
    return unknown(remarks_.text(Remark::subscription_conflict, {{"cutoff", basis_.edition.cutoff}}),
                   Decides::nothing);
  }

  [[nodiscard]] SubscriptionVerdict allowed() const {
    SubscriptionVerdict result;
    result.verdict = Verdict::allowed;
    const bool by_date = std::ranges::any_of(outcomes_, &TypeOutcome::by_date);
    result.rule = by_date ? remarks_.text(Remark::subscription_before_cutoff,
                                          {{"subscription", names("and")}, {"cutoff", basis_.edition.cutoff}})
                          : remarks_.text(Remark::subscription_allowed, {{"subscription", names("and")}});
    result.way_out = basis_.edition.support;
    return result;
  }

  /// An exemption holds for every type; the newest edition tells whether it would still be granted.
  [[nodiscard]] SubscriptionVerdict exempt() const {
    SubscriptionVerdict result;
    result.verdict = Verdict::allowed;
    result.rule = remarks_.text(Remark::exempt);
    const knowledge::Edition& newest = basis_.catalogue.policy().newest();
    const bool void_today = std::ranges::all_of(identity_.types, [&newest](const std::string& type) {
      return newest.rule_for(type).after_cutoff == PolicyRule::blocked;
    });
    if (void_today && !identity_.types.empty()) {
      result.remarks.push_back(
          remarks_.text(Remark::exempt_no_longer_granted, {{"subscription", names("or")}}));
    }
    return result;
  }

  [[nodiscard]] SubscriptionVerdict of_one_type(const TypeOutcome& outcome) const {
    SubscriptionVerdict result;
    result.way_out = outcome.rule->way_out;
    switch (outcome.kind) {
      case TypeOutcome::Kind::allowed:
        return allowed();
      case TypeOutcome::Kind::conflict:
        return conflict();
      case TypeOutcome::Kind::not_named:
        return unknown(remarks_.text(Remark::subscription_not_named,
                                     {{"subscription", names("or")}, {"edition", basis_.edition.id}}),
                       Decides::nothing);
      case TypeOutcome::Kind::exemptable:
        result.verdict = Verdict::blocked_exemption_possible;
        result.rule = remarks_.text(Remark::subscription_exemptable, {{"subscription", names("or")}});
        return result;
      case TypeOutcome::Kind::blocked:
        break;
    }
    result.verdict = Verdict::blocked;
    result.rule = remarks_.text(Remark::subscription_blocked, {{"subscription", names("or")}});
    return result;
  }

  /// Several types, all of them blocked; some of them perhaps only until an exemption is granted.
  [[nodiscard]] SubscriptionVerdict of_blocked_types() const {
    SubscriptionVerdict result;
    const bool all_exemptable = all_are(TypeOutcome::Kind::exemptable);
    result.verdict = all_exemptable ? Verdict::blocked_exemption_possible : Verdict::blocked;
    result.rule = remarks_.text(Remark::subscription_types_blocked, {{"subscriptions", names("or")}});
    std::vector<std::string> exemptable;
    std::string way_out;
    for (std::size_t i = 0; i < outcomes_.size(); ++i) {
      if (outcomes_[i].kind != TypeOutcome::Kind::exemptable) continue;
      exemptable.push_back(identity_.types[i]);
      if (way_out.empty()) way_out = outcomes_[i].rule->way_out;
    }
    if (exemptable.empty()) {
      result.way_out = outcomes_.front().rule->way_out;
    } else if (all_exemptable) {
      result.way_out = way_out;
    } else {
      result.way_out = remarks_.text(Remark::subscription_if_type,
                                     {{"subscriptions", names_of(exemptable, "or")}, {"way-out", way_out}});
    }
    return result;
  }

  const Identity& identity_;
  const Basis& basis_;
  const knowledge::RemarkTable& remarks_;
  std::vector<TypeOutcome> outcomes_;
};

bool declared_by_user(SubscriptionSource source) {
  return source == SubscriptionSource::command_line || source == SubscriptionSource::configuration ||
         source == SubscriptionSource::subscription_info;
}

}  // namespace

SubscriptionVerdict judge_subscription(const Identity& identity, model::Cloud cloud, const Basis& basis) {
  SubscriptionJudge judge(identity, basis);
  const bool sovereign = cloud != model::Cloud::global;
  const bool open = sovereign && !identity.exempt && !declared_by_user(identity.source);
  SubscriptionVerdict result = open ? judge.in_other_cloud() : judge.judge();
  // The portal of another cloud has other paths.
  if (sovereign) result.way_out = basis.catalogue.remarks().text(Remark::way_out_in_other_cloud);
  result.remarks.insert(result.remarks.end(), identity.notes.begin(), identity.notes.end());
  return result;
}

}  // namespace smtplint::policy
