#include <algorithm>
#include <utility>

#include "base/wording.h"
#include "network/firewalls.h"
#include "network/readings.h"
#include "network/tracer.h"

namespace smtplint::network {
namespace {

using knowledge::Remark;
using knowledge::WayOut;
using model::Hop;
using model::HopKind;
using model::NetworkPath;
using model::Passage;

constexpr unsigned most_appliances = 4;
constexpr FilterWords firewall_words{Remark::path_firewall_allows, Remark::path_firewall_denies,
                                     Remark::path_firewall_open, Remark::path_firewall_default};

/// A default route or one of its halves.
bool drops_everything(std::string_view prefix) {
  const auto range = parse_ip_range(prefix);
  return range && range->prefix <= 1;
}

}  // namespace

void Tracer::follow(const TakenRoute& taken, const model::Subnet& subnet) {
  if (taken.route != nullptr) add_route(taken, subnet);
  switch (taken.next_hop) {
    case NextHop::drop:
      return drop(taken, subnet);
    case NextHop::internet:
      return to_internet(taken, subnet);
    case NextHop::appliance:
      return taken.hub != nullptr ? to_hub(*taken.hub)
                                  : to_appliance(appliance_at(view_, taken.route->next_hop_address));
    case NextHop::gateway:
      return to_gateway();
    case NextHop::network:
      add(hop_at(HopKind::network, Passage::allow, {}, {}, view_.sentence(Remark::path_network)));
      return;
    case NextHop::unknown:
      add_open(
          HopKind::route, subnet.address,
          view_.sentence(Remark::path_route_open, {{"thing", subnet.address},
                                                   {"detail", quoted(written(taken.route->next_hop_type))}}));
      return;
  }
}

void Tracer::add_route(const TakenRoute& taken, const model::Subnet& subnet) {
  const std::string table = view_.model[subnet.route_table].address;
  const bool drops = taken.next_hop == NextHop::drop;
  const HopKind kind = drops && drops_everything(taken.prefix) ? HopKind::outlet : HopKind::route;
  std::string leads = written(taken.route->next_hop_type);
  if (taken.next_hop == NextHop::appliance)
    leads = appliance_at(view_, taken.route->next_hop_address).address;
  const std::string rule = quoted(taken.route->name);
  Hop hop = hop_at(kind, drops ? Passage::deny : Passage::allow, table, taken.route->place, {});
  hop.rule = taken.route->name;
  hop.written = true;
  hop.reason =
      drops ? view_.sentence(Remark::path_route_drops, {{"rule", rule}, {"thing", table}})
            : view_.sentence(Remark::path_route_leads, {{"rule", rule}, {"thing", table}, {"hop", leads}});
  add(std::move(hop));
}

void Tracer::drop(const TakenRoute& taken, const model::Subnet& subnet) {
  if (taken.route != nullptr) return;
  add_open(HopKind::route, subnet.address,
           view_.sentence(Remark::path_route_private, {{"thing", subnet.address}}));
}

void Tracer::to_internet(const TakenRoute& taken, const model::Subnet& subnet) {
  if (taken.route == nullptr && !subnet.route_table.valid() && subnet.complete) {
    add_open(HopKind::route, subnet.address,
             view_.sentence(Remark::path_route_missing, {{"thing", subnet.address}}));
  }
  if (own_outlet_ || cluster_has_own_outlet()) {
    const std::string kind =
        start_.workload == nullptr ? "" : view_.catalogue.compute_kinds()[start_.workload->kind].phrase;
    add(hop_at(HopKind::platform, Passage::allow, {}, {},
               view_.sentence(Remark::path_platform_outlet, {{"kind", kind}})));
    return;
  }
  if (cluster_has_no_outlet()) {
    const std::string& cluster = start_.workload->address;
    add(hop_at(HopKind::outlet, Passage::deny, cluster, {},
               view_.sentence(Remark::path_no_outlet_cluster, {{"thing", cluster}})));
    return;
  }
  Outlet found = outlet(view_, start_);
  const bool may_be_attached =
      !subnet.complete || (start_.interface != nullptr && !start_.interface->complete);
  if (found.hop.passage == Passage::deny && may_be_attached) found.hop.passage = Passage::maybe;
  path_.outlet_may_exist = found.may_exist;
  add(std::move(found.hop));
}

bool Tracer::leaves_by_outbound_type() const {
  return start_.workload != nullptr &&
         view_.catalogue.compute_kinds()[start_.workload->kind].leaves_by == WayOut::outbound_type;
}

bool Tracer::cluster_has_own_outlet() const {
  if (!leaves_by_outbound_type()) return false;
  const Value type = start_.workload->outbound_type;
  return type.is_unset() || says(type, view_.words().cluster_own_outlet) == Truth::yes;
}

bool Tracer::cluster_has_no_outlet() const {
  return leaves_by_outbound_type() &&
         says(start_.workload->outbound_type, view_.words().cluster_no_outlet) == Truth::yes;
}

void Tracer::to_gateway() {
  path_.through_gateway = Truth::yes;
  add_open(HopKind::gateway, {}, view_.sentence(Remark::path_gateway));
}

void Tracer::to_hub(const model::VirtualHub& hub) {
  add(hop_at(HopKind::route, Passage::allow, hub.address, hub.place,
             view_.sentence(Remark::path_hub, {{"thing", hub.address}})));
  Appliance next;
  next.address = quoted(hub.address);
  if (hub.internet_firewall.valid()) next.firewall = &view_.model[hub.internet_firewall];
  to_appliance(next);
}

void Tracer::to_appliance(const Appliance& next) {
  if (depth_ == most_appliances) {
    add_open(HopKind::appliance, {}, view_.sentence(Remark::path_appliance_loop, {{"thing", next.address}}));
  } else if (next.firewall != nullptr) {
    pass_firewall(*next.firewall);
  } else if (next.machine != nullptr) {
    pass_machine(*next.machine);
  } else if (next.firewall_elsewhere) {
    path_.through_firewall = Truth::yes;
    path_.subscriptions.emplace_back();
    add_open(HopKind::firewall, {},
             view_.sentence(Remark::path_firewall_elsewhere, {{"address", next.address}}));
  } else {
    path_.through_firewall = Truth::unknown;
    path_.subscriptions.emplace_back();
    add_open(HopKind::appliance, {},
             view_.sentence(Remark::path_appliance_not_known, {{"address", next.address}}));
  }
}

void Tracer::note_application_rule(const model::FirewallRule& rule) {
  path_.application_rule_names_port = true;
  path_.application_rule = mark_at(rule.place);
  if (!rule.destination_ports.is_sequence()) return;
  for (const Value one : rule.destination_ports.items()) {
    const model::Mark port = view_.mark_of(one);
    const bool names_it = port_bounds(one).surely.covers(flow_.ports);
    if (names_it && port.place.known()) path_.application_rule = port;
  }
}

void Tracer::pass_firewall(const model::Firewall& firewall) {
  FirewallFiltering filtering = filter(view_.model, firewall, flow_, view_.catalogue);
  if (filtering.application_rule != nullptr) note_application_rule(*filtering.application_rule);
  path_.through_firewall = Truth::yes;
  path_.subscriptions.push_back(firewall.subscription);
  add(filtered(HopKind::firewall, firewall.address, firewall.place, std::move(filtering.rules),
               firewall_words));
  for (const auto subnet : firewall.subnets) {
    if (!view_.model[subnet].route_table.valid()) continue;
    Tracer onward(view_, {nullptr, nullptr, &view_.model[subnet]}, flow_, true, depth_ + 1);
    NetworkPath way = onward.run_routes();
    std::erase_if(way.hops, [](const Hop& hop) { return hop.kind == HopKind::platform; });
    append(std::move(way));
    return;
  }
}

void Tracer::pass_machine(const model::Workload& machine) {
  path_.subscriptions.push_back(machine.subscription);
  add(hop_at(HopKind::appliance, Passage::allow, machine.address, machine.place,
             view_.sentence(Remark::path_appliance, {{"thing", machine.address}})));
  Start next{&machine, nullptr, nullptr};
  for (const auto interface : machine.interfaces) {
    next.interface = &view_.model[interface];
    if (given(next.interface->public_addresses) != Truth::no) break;
  }
  if (next.interface == nullptr || next.interface->subnets.empty()) return;
  next.subnet = &view_.model[next.interface->subnets.front()];
  Flow onward = flow_;
  onward.source = every_ipv4_address();
  append(Tracer(view_, next, std::move(onward), false, depth_ + 1).run());
}

}  // namespace smtplint::network
