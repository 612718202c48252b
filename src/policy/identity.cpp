#include "policy/identity.h"

#include <algorithm>

#include "policy/basis.h"
#include "policy/claim.h"

namespace smtplint::policy {
namespace {

using knowledge::Remark;

constexpr std::string_view unknown_type = "unknown";

struct SourcedClaim {
  SubscriptionSource source;
  Claim claim;
  bool final = false;  ///< counts even where it says that nothing is known
};

SourcedClaim declared(const std::string& type, SubscriptionSource source) {
  const bool unknown = type == unknown_type;
  return {source, {unknown ? std::vector<std::string>() : std::vector{type}, {}}, true};
}

/// Best first.
std::vector<SourcedClaim> claims(const SubscriptionRequest& request,
                                 std::span<const model::SubscriptionEvidence> evidence,
                                 const knowledge::Catalogue& catalogue) {
  std::vector<SourcedClaim> found;
  if (request.type) found.push_back(declared(*request.type, SubscriptionSource::command_line));
  if (request.info)
    found.push_back({SubscriptionSource::subscription_info, claim_of(*request.info, catalogue)});
  if (request.configured) found.push_back(declared(*request.configured, SubscriptionSource::configuration));
  found.push_back({SubscriptionSource::code, claim_of(evidence, catalogue)});
  return found;
}

Remark said_by(SubscriptionSource source) {
  switch (source) {
    case SubscriptionSource::command_line:
      return Remark::said_by_command_line;
    case SubscriptionSource::configuration:
      return Remark::said_by_configuration;
    case SubscriptionSource::subscription_info:
      return Remark::said_by_info;
    case SubscriptionSource::code:
    case SubscriptionSource::none:
      break;
  }
  return Remark::said_by_code;
}

std::string said(const SourcedClaim& claim, const knowledge::Catalogue& catalogue) {
  const std::string types = type_names(catalogue.subscriptions(), claim.claim.types, "or");
  return catalogue.remarks().text(said_by(claim.source), {{"subscriptions", types}});
}

std::string disagreement(const SourcedClaim& first, const SourcedClaim& second,
                         const knowledge::Catalogue& catalogue) {
  return catalogue.remarks().text(Remark::sources_disagree,
                                  {{"first", said(first, catalogue)}, {"second", said(second, catalogue)}});
}

void append(const std::vector<std::string>& notes, std::vector<std::string>& all) {
  all.insert(all.end(), notes.begin(), notes.end());
}

}  // namespace

Identity identify(const SubscriptionRequest& request, std::span<const model::SubscriptionEvidence> evidence,
                  const knowledge::Catalogue& catalogue) {
  const std::vector<SourcedClaim> all = claims(request, evidence, catalogue);
  Identity identity;
  identity.created = request.created.value_or("");
  identity.exempt = request.exempt;
  if (request.exempt && !request.exemption.empty()) {
    identity.notes.push_back(catalogue.remarks().text(Remark::exempt_by, {{"evidence", request.exemption}}));
  }
  const auto counts = [](const SourcedClaim& each) { return each.final || !each.claim.types.empty(); };
  const auto first = std::ranges::find_if(all, counts);
  for (auto silent = all.begin(); silent != first; ++silent) append(silent->claim.notes, identity.notes);
  if (first == all.end()) return identity;
  identity.source = first->source;
  identity.types = first->claim.types;
  for (auto other = first + 1; other != all.end(); ++other) {
    if (contradict(identity.types, other->claim.types)) {
      identity.notes.push_back(disagreement(*first, *other, catalogue));
    } else if (!first->final) {
      identity.types = both(identity.types, other->claim.types);
    }
  }
  if (!identity.known()) append(first->claim.notes, identity.notes);
  return identity;
}

}  // namespace smtplint::policy
