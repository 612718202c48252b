#pragma once

#include <vector>

#include "model/judgement.h"
#include "network/view.h"
#include "policy/sender.h"

namespace smtplint::engine {

/// Whether a sender's traffic meets a network that can be looked at: what stays on the machine, or goes
/// through a Hybrid Connection, does not.
[[nodiscard]] bool meets_network(const policy::Sender& sender);

/// The way of one combination of a mailer's hosts and ports.
[[nodiscard]] model::NetworkPath path_of(const network::View& view, const model::Workload* workload,
                                         const policy::Sender& sender, const model::HostChoice& host);

/// Joins what the platform says with what the network does: the platform comes first; where it allows, or
/// cannot be known, the network decides.
void join_network(model::Judgement& judgement, model::NetworkPath path,
                  const knowledge::Catalogue& catalogue);

/// What several subscriptions on one way say together; the first is the sender's own.
[[nodiscard]] model::Judgement join_subscriptions(std::vector<model::Judgement> judgements,
                                                  const knowledge::Catalogue& catalogue);

/// An exemption covers traffic that goes directly to the internet, not the way through an Azure Firewall.
void limit_exemption(model::Judgement& judgement, bool declared, const knowledge::Catalogue& catalogue);

}  // namespace smtplint::engine
