#pragma once

#include <vector>

#include "engine/configuration/declared_subscription.h"
#include "knowledge/catalogue.h"
#include "model/judgement.h"
#include "model/model.h"
#include "network/view.h"
#include "policy/basis.h"

namespace smtplint::engine {

/// Every way of sending of every mailer, with its verdict, that of the platform and that of the network
/// together. Choices of host and port that contradict each other are left out.
[[nodiscard]] std::vector<model::JudgedMailer> judge_mailers(const network::View& view,
                                                             const policy::Basis& basis,
                                                             const DeclaredSubscriptions& declared);

/// Every rule of the model's security groups and firewalls, with what its subscription says of port 25.
[[nodiscard]] std::vector<model::JudgedRule> judge_network_rules(const model::Model& model,
                                                                 const policy::Basis& basis,
                                                                 const DeclaredSubscriptions& declared);

}  // namespace smtplint::engine
