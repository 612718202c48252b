#pragma once

#include "knowledge/network_words.h"
#include "lowering/mail/host_class.h"
#include "model/model.h"

namespace smtplint::lowering {

/// The own names and those that the deployment makes private: private zones, the address spaces of its
/// networks and of those behind its gateways, and what its routes send to a gateway.
[[nodiscard]] OwnNames with_networks_of(const model::Model& model, OwnNames own,
                                        const knowledge::NetworkWords& words);

}  // namespace smtplint::lowering
