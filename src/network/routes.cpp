#include "network/routes.h"

#include <algorithm>

#include "network/criteria.h"
#include "network/readings.h"

namespace smtplint::network {
namespace {

using model::Considered;
using model::Criterion;
using model::Id;

/// Which of several routes of the same prefix counts. The last is what the system does with private addresses
/// that nothing else takes.
enum class Origin { table, announced, system, fallback };

struct Candidate {
  TakenRoute route;
  Origin origin = Origin::system;
  std::optional<unsigned> length;  ///< of the prefix; none where it is not known
  AddressBounds addresses;
  Truth exists = Truth::yes;
};

/// One for which the prefixes are read as ranges; a service tag or a symbol has no known length.
std::optional<IpRange> range_of(Value prefix) {
  const auto known = text(prefix);
  return known ? parse_ip_range(*known) : std::nullopt;
}

NextHop next_hop_of(const model::Route& route, const knowledge::NetworkWords& words) {
  const Value type = route.next_hop_type;
  if (says(type, words.hop_drops) == Truth::yes) return NextHop::drop;
  if (says(type, words.hop_internet) == Truth::yes) return NextHop::internet;
  if (says(type, words.hop_appliance) == Truth::yes) return NextHop::appliance;
  if (says(type, words.hop_gateway) == Truth::yes) return NextHop::gateway;
  if (says(type, words.hop_network) == Truth::yes) return NextHop::network;
  return NextHop::unknown;
}

std::string text_of(const IpRange& range) {
  std::string text;
  for (unsigned i = 0; i < range.first.size && range.first.size == 4; ++i) {
    text += (i == 0 ? "" : ".") + std::to_string(range.first.bytes[i]);
  }
  return text + "/" + std::to_string(range.prefix);
}

class Router {
 public:
  Router(const model::Model& model, const model::Subnet& subnet, const Flow& flow,
         const knowledge::Catalogue& catalogue)
      : model_(model),
        subnet_(subnet),
        flow_(flow),
        words_(catalogue.network_words()),
        private_(private_addresses(catalogue)) {
    add_table();
    add_announced();
    add_system();
    std::ranges::stable_sort(candidates_, [](const Candidate& left, const Candidate& right) {
      const unsigned first = left.length.value_or(longest), second = right.length.value_or(longest);
      return first != second ? first > second : left.origin < right.origin;
    });
  }

  Routing run() {
    AddressSet left = flow_.destination;
    for (std::size_t i = 0; i < candidates_.size(); ++i) {
      const Candidate& one = candidates_[i];
      const bool same_as_before = i > 0 && one.length == candidates_[i - 1].length &&
                                  one.origin == candidates_[i - 1].origin && one.length.has_value();
      // Two routes of one prefix in one table: nobody knows which is taken.
      if (!same_as_before) left = left.without(taken_), taken_ = {};
      consider(one, left);
    }
    mark_after_match(result_.considered);
    return std::move(result_);
  }

 private:
  static constexpr unsigned longest = 129;

  void consider(const Candidate& one, const AddressSet& left) {
    const Truth holds = left.empty() ? Truth::no : holds_for(left, one.addresses) & one.exists;
    Considered considered;
    considered.name = one.route.route == nullptr ? "" : one.route.route->name;
    considered.rank = one.route.prefix;
    considered.place = one.route.route == nullptr ? Place() : one.route.route->place;
    considered.matches = holds_for(flow_.destination, one.addresses) & one.exists;
    considered.decided_by = one.exists == Truth::yes ? Criterion::prefix : Criterion::existence;
    considered.leads_to = leads_to(one.route);
    result_.considered.push_back(std::move(considered));
    if (holds == Truth::no) return;
    result_.possible.push_back(one.route);
    if (one.exists == Truth::yes) taken_ = taken_.united(one.addresses.surely);
  }

  [[nodiscard]] std::string leads_to(const TakenRoute& route) const {
    if (route.route != nullptr) {
      const std::string address = written(route.route->next_hop_address);
      return written(route.route->next_hop_type) + (address.empty() ? "" : " " + address);
    }
    if (route.hub != nullptr) return route.hub->address;
    if (route.announced) return words_.hop_gateway.front();
    switch (route.next_hop) {
      case NextHop::network:
        return words_.hop_network.front();
      case NextHop::drop:
        return words_.hop_drops.front();
      default:
        return words_.hop_internet.front();
    }
  }

  void add_table() {
    if (!subnet_.route_table.valid()) {
      result_.may_have_more = !subnet_.complete;
      return;
    }
    const model::RouteTable& table = model_[subnet_.route_table];
    result_.may_have_more = !table.complete || !subnet_.complete;
    for (const model::Route& one : table.routes) {
      Candidate candidate;
      candidate.route = {next_hop_of(one, words_), &one, nullptr, false, written(one.prefix)};
      candidate.origin = Origin::table;
      candidate.exists = one.existence.truth & table.existence.truth;
      if (const auto range = range_of(one.prefix)) {
        candidate.length = range->prefix + (range->first.size == 4 ? 96 : 0);
        candidate.addresses = AddressBounds::exactly(set_of(*range));
      } else {
        candidate.addresses = {{}, every_address()};
      }
      candidates_.push_back(std::move(candidate));
    }
  }

  /// A hub gives its networks a default route to its firewall; a gateway may announce one.
  void add_announced() {
    for (const model::VirtualHub& hub : model_.virtual_hubs) {
      for (const model::HubConnection& connection : hub.connections) {
        if (connection.network != subnet_.network) continue;
        const Truth next_hop = hub.complete ? given(hub.internet_next_hop) : Truth::unknown;
        const Truth exists = hub.existence.truth & connection.existence.truth &
                             flag(connection.takes_internet_route) & next_hop;
        if (exists == Truth::no) continue;
        add_default({NextHop::appliance, nullptr, &hub, true, {}}, Origin::announced, exists);
      }
    }
    const bool hub_decides = std::ranges::any_of(candidates_, [](const Candidate& one) {
      return one.route.hub != nullptr && one.exists == Truth::yes;
    });
    if (hub_decides) return;
    const bool propagates =
        !subnet_.route_table.valid() || flag(model_[subnet_.route_table].propagates_bgp) != Truth::no;
    if (propagates && has_gateway(model_, subnet_, words_) != Truth::no) {
      add_default({NextHop::gateway, nullptr, nullptr, true, {}}, Origin::announced, Truth::unknown);
    }
  }

  void add_default(TakenRoute route, Origin origin, Truth exists) {
    route.prefix = "0.0.0.0/0";
    candidates_.push_back(
        {std::move(route), origin, 96, AddressBounds::exactly(every_ipv4_address()), exists});
  }

  void add_prefixes(Value prefixes, Truth exists) {
    if (!prefixes.is_sequence() || prefixes.rest() != nullptr) add_network({}, exists);
    if (!prefixes.is_sequence()) return;
    for (const Value one : prefixes.items()) add_network(one, exists);
  }

  /// A network whose addresses are not known has private ones.

  void add_network(Value prefix, Truth exists) {
    const auto range = range_of(prefix);
    Candidate candidate;
    candidate.route = {NextHop::network, nullptr, nullptr, false, written(prefix)};
    candidate.exists = exists;
    candidate.addresses = {{}, private_};
    if (range) {
      candidate.length = range->prefix + (range->first.size == 4 ? 96 : 0);
      candidate.addresses = AddressBounds::exactly(set_of(*range));
    }
    candidates_.push_back(std::move(candidate));
  }

  void add_system() {
    if (subnet_.network.valid()) add_prefixes(model_[subnet_.network].address_space, Truth::yes);
    for (const model::Peering& peering : model_.peerings) {
      if (peering.network != subnet_.network || !peering.remote.valid()) continue;
      add_prefixes(model_[peering.remote].address_space, peering.existence.truth);
    }
    for (const IpRange& range : words_.unrouted_ranges) {
      Candidate candidate;
      candidate.route = {NextHop::drop, nullptr, nullptr, false, text_of(range)};
      candidate.origin = Origin::fallback;
      candidate.length = range.prefix + 96;
      candidate.addresses = AddressBounds::exactly(set_of(range));
      candidates_.push_back(std::move(candidate));
    }
    add_default({NextHop::internet, nullptr, nullptr, false, {}}, Origin::system, Truth::yes);
    if (every_ipv4_address().covers(flow_.destination)) return;
    const TakenRoute for_ipv6{NextHop::internet, nullptr, nullptr, false, "::/0"};
    candidates_.push_back({for_ipv6, Origin::system, 0, AddressBounds::exactly(every_address()), Truth::yes});
  }

  const model::Model& model_;
  const model::Subnet& subnet_;
  const Flow& flow_;
  const knowledge::NetworkWords& words_;
  AddressSet private_;
  std::vector<Candidate> candidates_;
  AddressSet taken_;
  Routing result_;
};

}  // namespace

Routing route(const model::Model& model, const model::Subnet& subnet, const Flow& flow,
              const knowledge::Catalogue& catalogue) {
  return Router(model, subnet, flow, catalogue).run();
}

}  // namespace smtplint::network
