#include "policy/claim.h"

#include <algorithm>
#include <optional>

#include "base/letter_case.h"
#include "policy/basis.h"

namespace smtplint::policy {
namespace {

using knowledge::AgreementRule;
using knowledge::Remark;
using model::SubscriptionEvidence;

void add_note(Claim& claim, const std::string& note) {
  if (!note.empty()) claim.notes.push_back(note);
}

Claim claim_of_quota(const std::string& id, const knowledge::Catalogue& catalogue) {
  Claim claim;
  if (const knowledge::QuotaId* quota = catalogue.subscriptions().quota_id(id)) {
    claim.types = quota->types;
    add_note(claim, quota->note);
  } else {
    add_note(claim, catalogue.remarks().text(Remark::quota_not_listed, {{"quota", id}}));
  }
  return claim;
}

bool fits(const std::string& wanted, const std::string& found) {
  return wanted.empty() || equal_ignoring_case(wanted, found);
}

Claim claim_of_rule(const AgreementRule& rule) {
  Claim claim;
  claim.types = rule.types;
  add_note(claim, rule.note);
  return claim;
}

Claim claim_of_agreement(const SubscriptionInfo& info, const knowledge::Catalogue& catalogue) {
  for (const AgreementRule& rule : catalogue.subscriptions().agreements()) {
    const bool holds = !rule.agreement.empty() && fits(rule.agreement, info.agreement) &&
                       fits(rule.account_type, info.account_type) &&
                       fits(rule.account_sub_type, info.account_sub_type) && fits(rule.sku, info.sku) &&
                       fits(rule.quota_id, info.quota_id);
    if (holds) return claim_of_rule(rule);
  }
  Claim claim;
  if (info.quota_id.empty()) {
    add_note(claim, catalogue.remarks().text(Remark::agreement_not_listed, {{"agreement", info.agreement}}));
  }
  return claim;
}

/// A value as its author wrote it: symbols by their names, so that a scope from a data source still shows its
/// kind.
std::string written(Value value) {
  if (value.is_unset()) return {};
  if (value.is_unknown()) return std::string(value.reason().name);
  if (value.is(ValueType::reference)) {
    const Reference& reference = value.reference();
    return std::string(reference.address) + "." + std::string(reference.path);
  }
  if (!value.is(ValueType::string)) return {};
  const Text& text = value.text();
  if (text.pieces.empty()) return std::string(text.chars);
  std::string result;
  for (const Piece& piece : text.pieces) {
    if (piece.kind == PieceKind::reference && piece.reference != nullptr) {
      result += std::string(piece.reference->address) + "." + std::string(piece.reference->path);
    } else {
      result += text.chars.substr(piece.begin, piece.length);
    }
  }
  return result;
}

/// The text of a value that must be known to mean anything.
std::optional<std::string> known_text(Value value) {
  if (!value.is(ValueType::string) || !value.wholly_known()) return std::nullopt;
  return std::string(value.text().chars);
}

const SubscriptionEvidence* find(std::span<const SubscriptionEvidence> evidence,
                                 SubscriptionEvidence::Kind kind) {
  const auto found = std::ranges::find(evidence, kind, &SubscriptionEvidence::kind);
  return found == evidence.end() ? nullptr : &*found;
}

/// The first rule whose scope fits; one that wants a workload needs it known.
Claim claim_of_scope(const std::string& scope, const std::optional<std::string>& workload,
                     const knowledge::Catalogue& catalogue) {
  for (const AgreementRule& rule : catalogue.subscriptions().agreements()) {
    if (!rule.scope.given() || !rule.scope.matches(scope)) continue;
    if (rule.workload.empty() || (workload && equal_ignoring_case(*workload, rule.workload))) {
      return claim_of_rule(rule);
    }
  }
  return {};
}

Claim claim_of_scope(std::span<const SubscriptionEvidence> evidence, const knowledge::Catalogue& catalogue) {
  const SubscriptionEvidence* scope = find(evidence, SubscriptionEvidence::Kind::billing_scope);
  if (scope == nullptr) return {};
  const SubscriptionEvidence* workload = find(evidence, SubscriptionEvidence::Kind::workload);
  const bool written_workload = workload != nullptr && !workload->value.is_unset();
  return claim_of_scope(written(scope->value),
                        written_workload ? known_text(workload->value)
                                         : std::optional(catalogue.subscriptions().default_workload()),
                        catalogue);
}

std::vector<Claim> claims_of(std::span<const SubscriptionEvidence> evidence,
                             const knowledge::Catalogue& catalogue) {
  std::vector<Claim> claims = {claim_of_scope(evidence, catalogue)};
  for (const SubscriptionEvidence& each : evidence) {
    const std::optional<std::string> text = known_text(each.value);
    if (!text) continue;
    if (each.kind == SubscriptionEvidence::Kind::offer) {
      claims.push_back({catalogue.subscriptions().types_of_offer(*text), {}});
    } else if (each.kind == SubscriptionEvidence::Kind::quota_id) {
      claims.push_back(claim_of_quota(*text, catalogue));
    }
  }
  return claims;
}

std::string conflict(const Claim& first, const Claim& second, const knowledge::Catalogue& catalogue) {
  const auto& table = catalogue.subscriptions();
  return catalogue.remarks().text(
      Remark::code_disagrees,
      {{"first", type_names(table, first.types, "or")}, {"second", type_names(table, second.types, "or")}});
}

/// Notes on how to tell types apart are void once there is one type.
Claim settled(Claim claim) {
  if (claim.types.size() == 1) claim.notes.clear();
  return claim;
}

}  // namespace

std::vector<std::string> both(const std::vector<std::string>& left, const std::vector<std::string>& right) {
  if (left.empty() || right.empty()) return left.empty() ? right : left;
  std::vector<std::string> result;
  std::ranges::copy_if(left, std::back_inserter(result), [&right](const std::string& type) {
    return std::ranges::find(right, type) != right.end();
  });
  return result;
}

bool contradict(const std::vector<std::string>& left, const std::vector<std::string>& right) {
  return !left.empty() && !right.empty() && both(left, right).empty();
}

Claim claim_of(const SubscriptionInfo& info, const knowledge::Catalogue& catalogue) {
  if (info.agreement.empty()) return settled(claim_of_quota(info.quota_id, catalogue));
  Claim claim = claim_of_agreement(info, catalogue);
  if (info.quota_id.empty()) return claim;
  const Claim quota = claim_of_quota(info.quota_id, catalogue);
  // The billing property is the better key: a quota id only narrows it.
  if (!contradict(claim.types, quota.types)) claim.types = both(claim.types, quota.types);
  return settled(std::move(claim));
}

Claim claim_of(std::span<const SubscriptionEvidence> evidence, const knowledge::Catalogue& catalogue) {
  Claim result;
  for (const Claim& claim : claims_of(evidence, catalogue)) {
    if (contradict(result.types, claim.types)) return {{}, {conflict(result, claim, catalogue)}};
    result.types = both(result.types, claim.types);
    for (const std::string& note : claim.notes) result.notes.push_back(note);
  }
  return settled(std::move(result));
}

}  // namespace smtplint::policy
