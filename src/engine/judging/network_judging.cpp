#include "engine/judging/network_judging.h"

#include <algorithm>

#include "network/trace.h"
#include "policy/judgement.h"

namespace smtplint::engine {
namespace {

using knowledge::Remark;
using model::Hop;
using model::Judgement;
using model::NetworkPath;
using model::Passage;

bool decides_by_subscription(Verdict verdict) {
  return verdict == Verdict::allowed || verdict == Verdict::blocked ||
         verdict == Verdict::blocked_exemption_possible || verdict == Verdict::unknown;
}

bool is_block(Verdict verdict) {
  return verdict == Verdict::blocked || verdict == Verdict::blocked_exemption_possible ||
         verdict == Verdict::unsupported_resource;
}

void add_open_hops(Judgement& judgement) {
  for (const Hop& hop : judgement.path.hops) {
    if (hop.passage == Passage::maybe) judgement.unknown.push_back({SenderField::network, hop.reason});
  }
}

}  // namespace

bool meets_network(const policy::Sender& sender) {
  return sender.scope != Scope::local && sender.through_hybrid_connection != Truth::yes;
}

NetworkPath path_of(const network::View& view, const model::Workload* workload, const policy::Sender& sender,
                    const model::HostChoice& host) {
  network::Sending sending;
  sending.workload = workload;
  if (view.catalogue.compute_kinds()[sender.kind].by_integration()) {
    const bool to_private = sender.scope == Scope::private_network;
    sending.through_network =
        to_private ? sender.app.integrated | sender.app.in_environment : sender.app.through_network();
  }
  return network::trace(view, sending, {host.name, host.scope, sender.port});
}

void join_network(Judgement& judgement, NetworkPath path, const knowledge::Catalogue& catalogue) {
  const bool platform_blocks = is_block(judgement.verdict);
  const bool already_stopped = judgement.verdict == Verdict::no_egress;
  judgement.path = std::move(path);
  const Hop* stop = judgement.path.stop();
  if (stop != nullptr && !platform_blocks && !already_stopped) {
    const bool no_outlet = stop->kind == model::HopKind::outlet;
    judgement.verdict = no_outlet ? Verdict::no_egress : Verdict::denied_by_network;
    judgement.subscription_decides = false;
    judgement.reasons.push_back(stop->reason);
  } else if (stop != nullptr) {
    judgement.reasons.push_back(
        catalogue.remarks().text(Remark::path_denied_too, {{"reason", stop->reason}}));
  }
  if (stop == nullptr && !platform_blocks) add_open_hops(judgement);
}

Judgement join_subscriptions(std::vector<Judgement> judgements, const knowledge::Catalogue& catalogue) {
  Judgement& own = judgements.front();
  if (!decides_by_subscription(own.platform)) return std::move(own);
  const auto differs = std::ranges::find_if(judgements, [&own](const Judgement& one) {
    return (one.platform == Verdict::allowed) != (own.platform == Verdict::allowed) ||
           (one.platform == Verdict::unknown) != (own.platform == Verdict::unknown);
  });
  if (differs == judgements.end()) {
    // An exemption of one does not open the way where another cannot have one.
    const auto blocked = std::ranges::find(judgements, Verdict::blocked, &Judgement::platform);
    return std::move(blocked == judgements.end() ? own : *blocked);
  }
  Judgement joined = own;
  joined.platform = Verdict::unknown;
  joined.verdict = Verdict::unknown;
  joined.subscription_decides = own.subscription_decides || differs->subscription_decides;
  std::string reason = catalogue.remarks().text(Remark::path_subscriptions_differ,
                                                {{"first", own.rule}, {"second", differs->rule}});
  joined.unknown.push_back({SenderField::subscription, reason});
  joined.reasons = {std::move(reason)};
  joined.rule.clear();
  return joined;
}

void limit_exemption(Judgement& judgement, bool declared, const knowledge::Catalogue& catalogue) {
  if (judgement.platform != Verdict::blocked_exemption_possible &&
      !(declared && judgement.platform == Verdict::blocked)) {
    return;
  }
  judgement.way_out = catalogue.remarks().text(Remark::exemption_not_through_firewall);
  if (declared) return policy::say_that_exemption_is_bypassed(judgement, catalogue);
  judgement.platform = Verdict::blocked;
  judgement.verdict = Verdict::blocked;
  judgement.reasons.push_back(judgement.way_out);
}

}  // namespace smtplint::engine
