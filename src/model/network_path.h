#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "model/id.h"
#include "model/mailer.h"
#include "model/subscription.h"

/// The way of one flow through the network, as far as the model shows it; made by `network/`, read by
/// `rules/` and by what draws it.
namespace smtplint::model {

enum class HopKind {
  subnet,       ///< where the flow starts; never denies
  admin_rules,  ///< of a Virtual Network Manager
  interface_security_group,
  subnet_security_group,
  route,
  firewall,
  appliance,  ///< a virtual machine, or something outside the model, that passes traffic on
  nat_gateway,
  public_address,
  load_balancer,
  default_outbound,
  platform,  ///< the service's own way out
  gateway,   ///< VPN or ExpressRoute: leaves Azure towards a network of its own
  network,   ///< the destination is inside the virtual network or one that it is joined to
  outlet,    ///< none of the ways out exists
};

enum class Passage { allow, deny, maybe };

/// `subnet-security-group`, `deny`
[[nodiscard]] std::string_view to_string(HopKind kind);
[[nodiscard]] std::string_view to_string(Passage passage);

/// What a rule was compared with, in that order.
enum class Criterion {
  existence,
  direction,
  protocol,
  source_port,
  source,
  destination_port,
  destination,
  prefix
};

/// A rule or route that was asked on the way.
struct Considered {
  std::string name;
  std::string rank;  ///< priority or prefix, as written
  Place place;
  Truth matches = Truth::no;
  Criterion decided_by = Criterion::destination;  ///< the first that does not fit, or is not known
  Truth allows = Truth::unknown;
  std::string leads_to;      ///< of a route
  bool after_match = false;  ///< a rule before it has matched for certain
};

struct Hop {
  HopKind kind = HopKind::subnet;
  Passage passage = Passage::allow;
  std::string thing;     ///< address of what is passed; empty where it is not in the model
  std::string rule;      ///< what decides within it; empty where nothing written does
  Mark mark;             ///< of what decides, else of the thing; unknown where neither is written
  bool written = false;  ///< a rule or property that somebody wrote decides
  std::string reason;    ///< a sentence
  std::vector<Considered> considered;
};

struct NetworkPath {
  std::vector<Hop> hops;
  Truth through_firewall = Truth::no;        ///< leaves Azure through an Azure Firewall
  Truth through_gateway = Truth::no;         ///< leaves Azure through a gateway to a network of its own
  bool application_rule_names_port = false;  ///< a firewall on the way has an application rule for it
  Mark application_rule;
  bool outlet_may_exist = false;  ///< no way out, but something in the model could be one
  /// Of what passes the traffic on with an address of its own, besides the sender.
  std::vector<Id<Subscription>> subscriptions;

  /// Where it stops for certain; nullptr where it does not.
  [[nodiscard]] const Hop* stop() const {
    for (const Hop& hop : hops) {
      if (hop.passage == Passage::deny) return &hop;
    }
    return nullptr;
  }
};

}  // namespace smtplint::model
