#include "network/tracer.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "base/wording.h"

namespace smtplint::network {
namespace {

using knowledge::Remark;
using model::Hop;
using model::HopKind;
using model::NetworkPath;
using model::Passage;

Passage passage_of(Truth passes) {
  if (passes == Truth::unknown) return Passage::maybe;
  return passes == Truth::yes ? Passage::allow : Passage::deny;
}

Remark criterion_word(model::Criterion criterion) {
  constexpr auto first = static_cast<int>(Remark::criterion_existence);
  return static_cast<Remark>(first + static_cast<int>(criterion));
}

/// More routes than this are not followed: each may branch again behind an appliance.
constexpr std::size_t most_choices = 6;

constexpr FilterWords group_words{Remark::path_group_allows, Remark::path_group_denies,
                                  Remark::path_group_open, Remark::path_firewall_default};

AddressBounds plain_addresses(Value value) {
  return bounds_of(value, every_address(), [](std::string_view text) {
    const auto addresses = addresses_in(text);
    return addresses ? AddressBounds::exactly(*addresses) : AddressBounds{{}, every_address()};
  });
}

}  // namespace

Tracer::Tracer(const View& view, const Start& start, Flow flow, bool own_outlet, unsigned depth)
    : view_(view), start_(start), flow_(std::move(flow)), own_outlet_(own_outlet), depth_(depth) {
  if (start.interface != nullptr) describe_interface(*start.interface);
  if (start.subnet != nullptr) describe_subnet(*start.subnet);
}

NetworkPath Tracer::run() {
  add_subnet();
  pass_rules();
  if (start_.subnet != nullptr) leave(*start_.subnet);
  return std::move(path_);
}

NetworkPath Tracer::run_routes() {
  leave(*start_.subnet);
  return std::move(path_);
}

void Tracer::describe_interface(const model::NetworkInterface& interface) {
  flow_.application_groups = interface.application_groups;
  flow_.application_groups_known = interface.complete;
  const AddressBounds own = plain_addresses(interface.private_addresses);
  if (!own.surely.empty() && own.surely == own.perhaps) flow_.source = own.surely;
}

void Tracer::describe_subnet(const model::Subnet& subnet) {
  flow_.virtual_network = virtual_network_of(view_.model, subnet, view_.catalogue);
  if (flow_.source != every_ipv4_address()) return;
  const AddressBounds prefixes = plain_addresses(subnet.prefixes);
  if (!prefixes.perhaps.empty()) flow_.source = prefixes.perhaps;
}

void Tracer::add(Hop hop) { path_.hops.push_back(std::move(hop)); }

void Tracer::add_open(HopKind kind, const std::string& thing, std::string reason) {
  add(hop_at(kind, Passage::maybe, thing, {}, std::move(reason)));
}

void Tracer::add_subnet() {
  const std::string workload = start_.workload == nullptr ? "" : start_.workload->address;
  if (start_.subnet == nullptr) {
    add_open(HopKind::subnet, workload, view_.sentence(Remark::path_subnet_not_known, {{"thing", workload}}));
    return;
  }
  const model::Subnet& subnet = *start_.subnet;
  const Remark remark = subnet.complete ? Remark::path_subnet : Remark::path_subnet_open;
  Hop hop = hop_at(HopKind::subnet, subnet.complete ? Passage::allow : Passage::maybe, subnet.address,
                   subnet.place, view_.sentence(remark, {{"thing", subnet.address}}));
  add(std::move(hop));
}

void Tracer::pass_rules() {
  const Truth skips_groups = pass_admin_rules();
  if (skips_groups == Truth::yes) return;
  const std::size_t first = path_.hops.size();
  pass_groups();
  if (skips_groups == Truth::unknown) deny_nothing_from(first);
}

Truth Tracer::pass_admin_rules() {
  if (start_.subnet == nullptr) return Truth::no;
  auto filtering = admin_filter(view_.model, *start_.subnet, flow_, view_.catalogue);
  if (!filtering) return Truth::no;
  const bool always = filtering->may_always_allow && !filtering->may_go_on;
  const FilterWords words{always ? Remark::path_admin_always_allows : Remark::path_admin_allows,
                          Remark::path_admin_denies, Remark::path_admin_open, Remark::path_admin_goes_on};
  Hop hop =
      filtered(HopKind::admin_rules, filtering->thing, filtering->place, std::move(filtering->rules), words);
  if (hop.passage == Passage::maybe && !filtering->deployed) {
    hop.reason = view_.sentence(words.open, {{"thing", filtering->thing},
                                             {"detail", view_.sentence(Remark::path_admin_not_deployed)}});
  }
  add(std::move(hop));
  if (!filtering->may_always_allow) return Truth::no;
  return filtering->may_go_on ? Truth::unknown : Truth::yes;
}

void Tracer::pass_groups() {
  const model::NetworkInterface* interface = start_.interface;
  const bool at_interface = interface != nullptr && interface->security_group.valid();
  if (at_interface) {
    pass_group(HopKind::interface_security_group, view_.model[interface->security_group]);
  }
  if (start_.subnet == nullptr) return;
  if (start_.subnet->security_group.valid()) {
    pass_group(HopKind::subnet_security_group, view_.model[start_.subnet->security_group]);
  } else if (!at_interface && start_.subnet->complete) {
    const std::string& thing = start_.subnet->address;
    add_open(HopKind::subnet_security_group, thing,
             view_.sentence(Remark::path_group_missing, {{"thing", thing}}));
  }
}

void Tracer::pass_group(HopKind kind, const model::SecurityGroup& group) {
  Filtering filtering = filter(group, flow_, view_.catalogue);
  filtering.passes = certain_if(group.existence.truth, filtering.passes);
  add(filtered(kind, group.address, group.place, std::move(filtering), group_words));
}

Truth Tracer::certain_if(Truth exists, Truth passes) {
  return exists == Truth::yes || passes == Truth::yes ? passes : Truth::unknown;
}

std::string Tracer::why_open(const Filtering& filtering) const {
  for (const std::size_t index : filtering.possible) {
    const model::Considered& rule = filtering.considered[index];
    if (rule.matches != Truth::unknown) continue;
    return view_.sentence(
        Remark::path_rule_may_match,
        {{"rule", quoted(rule.name)}, {"criterion", view_.sentence(criterion_word(rule.decided_by))}});
  }
  return view_.sentence(Remark::path_more_rules);
}

Hop Tracer::filtered(HopKind kind, const std::string& thing, Place place, Filtering filtering,
                     const FilterWords& words) const {
  const Passage passage = passage_of(filtering.passes);
  Hop hop = hop_at(kind, passage, thing, place, {});
  if (passage == Passage::maybe) {
    hop.reason = view_.sentence(words.open, {{"thing", thing}, {"detail", why_open(filtering)}});
  } else if (filtering.possible.empty()) {
    hop.reason = view_.sentence(words.otherwise, {{"thing", thing}});
  } else {
    const model::Considered& decisive = filtering.considered[filtering.possible.back()];
    hop.rule = decisive.name;
    hop.written = decisive.place.known();
    if (hop.written) hop.mark = mark_at(decisive.place);
    hop.reason = view_.sentence(passage == Passage::allow ? words.allows : words.denies,
                                {{"rule", quoted(decisive.name)}, {"thing", thing}});
  }
  hop.considered = std::move(filtering.considered);
  return hop;
}

void Tracer::leave(const model::Subnet& subnet) {
  Routing routing = route(view_.model, subnet, flow_, view_.catalogue);
  if (routing.may_have_more && subnet.complete) {
    add_open(HopKind::route, subnet.address,
             view_.sentence(Remark::path_route_open, {{"thing", subnet.address},
                                                      {"detail", view_.sentence(Remark::path_more_routes)}}));
  }
  const std::size_t first_certain = path_.hops.size();
  if (routing.possible.size() == 1) {
    follow(routing.possible.front(), subnet);
  } else {
    choose(routing, subnet);
  }
  if (routing.may_have_more) leave_open_from(first_certain);
  if (first_certain < path_.hops.size()) path_.hops[first_certain].considered = std::move(routing.considered);
}

void Tracer::deny_nothing_from(std::size_t first) {
  for (std::size_t i = first; i < path_.hops.size(); ++i) {
    if (path_.hops[i].passage == Passage::deny) path_.hops[i].passage = Passage::maybe;
  }
}

void Tracer::leave_open_from(std::size_t first) {
  deny_nothing_from(first);
  path_.through_firewall = path_.through_firewall & Truth::unknown;
  path_.through_gateway = path_.through_gateway & Truth::unknown;
}

void Tracer::choose(const Routing& routing, const model::Subnet& subnet) {
  if (routing.possible.empty() || routing.possible.size() > most_choices) {
    add_open(HopKind::route, subnet.address,
             view_.sentence(Remark::path_route_open, {{"thing", subnet.address},
                                                      {"detail", view_.sentence(Remark::path_more_routes)}}));
    path_.through_firewall = Truth::unknown;
    path_.through_gateway = Truth::unknown;
    return;
  }
  std::vector<NetworkPath> ways;
  for (const TakenRoute& taken : routing.possible) {
    Tracer one(view_, start_, flow_, own_outlet_, depth_);
    one.follow(taken, subnet);
    ways.push_back(std::move(one.path_));
  }
  const auto stops = [](const NetworkPath& way) { return way.stop() != nullptr; };
  const auto same_as_first = [&ways](const NetworkPath& way) { return same_way(way, ways.front()); };
  if (std::ranges::all_of(ways, stops) || std::ranges::all_of(ways, same_as_first)) {
    append(std::move(ways.front()));
    return;
  }
  join(std::move(ways), subnet);
}

bool Tracer::same_way(const NetworkPath& left, const NetworkPath& right) {
  return std::ranges::equal(left.hops, right.hops, [](const Hop& one, const Hop& other) {
    return one.kind == other.kind && one.passage == other.passage && one.thing == other.thing;
  });
}

void Tracer::append(NetworkPath way) {
  std::ranges::move(way.hops, std::back_inserter(path_.hops));
  path_.subscriptions.insert(path_.subscriptions.end(), way.subscriptions.begin(), way.subscriptions.end());
  path_.through_firewall = path_.through_firewall | way.through_firewall;
  path_.through_gateway = path_.through_gateway | way.through_gateway;
  path_.outlet_may_exist = path_.outlet_may_exist || way.outlet_may_exist;
  if (!way.application_rule_names_port) return;
  path_.application_rule_names_port = true;
  path_.application_rule = way.application_rule;
}

void Tracer::join(std::vector<NetworkPath> ways, const model::Subnet& subnet) {
  std::string choices;
  Truth firewall = ways.front().through_firewall, gateway = ways.front().through_gateway;
  for (const NetworkPath& way : ways) {
    if (way.through_firewall != firewall) firewall = Truth::unknown;
    if (way.through_gateway != gateway) gateway = Truth::unknown;
    if (way.hops.empty()) continue;
    const std::string& reason = way.hops.front().reason;
    if (choices.find(reason) != std::string::npos) continue;
    choices += (choices.empty() ? "" : ", or ") + reason;
  }
  add_open(HopKind::route, subnet.address,
           view_.sentence(Remark::path_route_open, {{"thing", subnet.address}, {"detail", choices}}));
  path_.through_firewall = path_.through_firewall | firewall;
  path_.through_gateway = path_.through_gateway | gateway;
}

}  // namespace smtplint::network
