#pragma once

#include "model/judgement.h"
#include "policy/basis.h"
#include "policy/identity.h"
#include "policy/sender.h"

namespace smtplint::policy {

/// The verdict of the platform on one way of sending: a Hybrid Connection, then the destination, then the
/// kind of compute, then the subscription. The network is not asked: where it could still deny, the caller
/// says so.
[[nodiscard]] model::Judgement judge(const Sender& sender, const Identity& identity, const Basis& basis);

/// On a way through a firewall a declared exemption does not count: what was judged without it says so.
void say_that_exemption_is_bypassed(model::Judgement& judgement, const knowledge::Catalogue& catalogue);

/// An allow rule for port 25 as if a virtual machine sent to a public host. An exemption does not cover the
/// way through a firewall.
[[nodiscard]] model::Judgement judge_rule(model::JudgedRule::Layer layer, model::Cloud cloud,
                                          const Identity& identity, const Basis& basis);

}  // namespace smtplint::policy
