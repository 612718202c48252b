#pragma once

#include "knowledge/catalogue.h"
#include "model/model.h"
#include "network/flow.h"
#include "network/security_groups.h"

namespace smtplint::network {

struct FirewallFiltering {
  Filtering rules;
  /// An application rule that names the port: it can never let mail through.
  const model::FirewallRule* application_rule = nullptr;
};

/// The network rules of an Azure Firewall: those of the parents of its policy, of the policy, or of the
/// firewall itself. What none of them allows is denied.
[[nodiscard]] FirewallFiltering filter(const model::Model& model, const model::Firewall& firewall,
                                       const Flow& flow, const knowledge::Catalogue& catalogue);

}  // namespace smtplint::network
