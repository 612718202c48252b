#pragma once

#include <string>
#include <vector>

#include "network/admin_rules.h"
#include "network/appliances.h"
#include "network/flow.h"
#include "network/outlets.h"
#include "network/routes.h"
#include "network/security_groups.h"
#include "network/view.h"

namespace smtplint::network {

/// The sentences of a place with rules.
struct FilterWords {
  knowledge::Remark allows, denies, open;
  knowledge::Remark otherwise;  ///< where no rule matches
};

/// Follows one connection from one start; everything behind it is part of its path.
class Tracer {
 public:
  Tracer(const View& view, const Start& start, Flow flow, bool own_outlet, unsigned depth);
  model::NetworkPath run();
  /// From the subnet of a firewall, whose own groups do not count.
  model::NetworkPath run_routes();

 private:
  void describe_interface(const model::NetworkInterface& interface);
  void describe_subnet(const model::Subnet& subnet);
  void add(model::Hop hop);
  void add_open(model::HopKind kind, const std::string& thing, std::string reason);
  void add_subnet();
  void pass_rules();
  /// Whether a network manager lets the flow pass its security groups by.
  Truth pass_admin_rules();
  void pass_groups();
  void pass_group(model::HopKind kind, const model::SecurityGroup& group);
  /// A place that may not exist denies nothing for certain.
  static Truth certain_if(Truth exists, Truth passes);
  [[nodiscard]] std::string why_open(const Filtering& filtering) const;
  [[nodiscard]] model::Hop filtered(model::HopKind kind, const std::string& thing, Place place,
                                    Filtering filtering, const FilterWords& words) const;
  void leave(const model::Subnet& subnet);
  void leave_open_from(std::size_t first);
  void deny_nothing_from(std::size_t first);
  /// Several routes may be taken: what all of them do is certain.
  void choose(const Routing& routing, const model::Subnet& subnet);
  static bool same_way(const model::NetworkPath& left, const model::NetworkPath& right);
  void append(model::NetworkPath way);
  void join(std::vector<model::NetworkPath> ways, const model::Subnet& subnet);

  // What stands behind a route.
  void follow(const TakenRoute& taken, const model::Subnet& subnet);
  void add_route(const TakenRoute& taken, const model::Subnet& subnet);
  /// What the system drops is private: a network that is not in the model may take it.
  void drop(const TakenRoute& taken, const model::Subnet& subnet);
  void to_internet(const TakenRoute& taken, const model::Subnet& subnet);
  /// A cluster makes a way out of its own, takes that of its subnet, or has none, by its outbound type.
  [[nodiscard]] bool leaves_by_outbound_type() const;
  [[nodiscard]] bool cluster_has_own_outlet() const;
  [[nodiscard]] bool cluster_has_no_outlet() const;
  void to_gateway();
  void to_hub(const model::VirtualHub& hub);
  void to_appliance(const Appliance& next);
  void note_application_rule(const model::FirewallRule& rule);
  void pass_firewall(const model::Firewall& firewall);
  void pass_machine(const model::Workload& machine);

  const View& view_;
  Start start_;
  Flow flow_;
  bool own_outlet_;  ///< a way to the internet of its own, whatever its subnet gives
  unsigned depth_;
  model::NetworkPath path_;
};

}  // namespace smtplint::network
