#include <gtest/gtest.h>

#include <set>

#include "network/routes.h"
#include "unit/network/small_world.h"

/// Route tables against a reference that looks at one address at a time, from the longest prefix to the
/// shortest.
namespace smtplint::network::small {
namespace {

constexpr std::uint64_t tables = 30000 / share;

struct Route {
  Slot<bool> exists{true, false};
  Slot<Prefix> prefix;
  Slot<std::string> next_hop;
};

unsigned length_of(const Prefix& prefix) {
  unsigned length = 32;
  for (std::uint32_t span = prefix.last - prefix.first; span > 0; span >>= 1) --length;
  return length;
}

/// Default routes and their halves as often as narrow ones.
Prefix some_prefix(Random& random) {
  switch (random.below(6)) {
    case 0:
      return {"0.0.0.0/0", 0, 0xffffffffu};
    case 1:
      return {"0.0.0.0/1", 0, 0x7fffffffu};
    case 2:
      return {"128.0.0.0/1", 0x80000000u, 0xffffffffu};
    case 3:
      return {"10.0.0.0/8", 0x0a000000u, 0x0affffffu};
    default:
      return prefix(random, random.once_in(4) ? inside : outside);
  }
}

void fill(Route& route, Random& random) {
  static const std::vector<std::string> hops = {"None", "Internet", "internet", "VirtualNetworkGateway",
                                                "VnetLocal"};
  route.exists.value = !random.once_in(3);
  route.prefix.value = some_prefix(random);
  route.next_hop.value = hops[random.below(hops.size())];
}

NextHop hop_named(const std::string& word) {
  if (word == "None") return NextHop::drop;
  if (word == "VirtualNetworkGateway") return NextHop::gateway;
  return word == "VnetLocal" ? NextHop::network : NextHop::internet;
}

/// The next hops that may be taken; several where one prefix stands twice in the table.
std::set<NextHop> reference(const std::vector<Route>& routes, std::uint32_t address) {
  const bool within = inside <= address && address < inside + addresses;
  for (int length = 32; length >= 0; --length) {
    std::set<NextHop> found;
    for (const Route& route : routes) {
      const bool fits = route.exists.value && route.prefix.value.holds(address);
      if (fits && length_of(route.prefix.value) == static_cast<unsigned>(length)) {
        found.insert(hop_named(route.next_hop.value));
      }
    }
    if (!found.empty()) return found;
    if (within && length == 26) return {NextHop::network};
    if (address >> 24 == 10 && length == 8) return {NextHop::drop};
  }
  return {NextHop::internet};
}

struct World {
  ValueStore store;
  model::Model model;

  explicit World(const std::vector<Route>& routes) {
    model::VirtualNetwork network;
    network.address_space = store.sequence(ValueType::tuple, {store.string(dotted(inside) + "/26")});
    model.networks.push_back(network);
    model::RouteTable table;
    table.propagates_bgp = store.boolean(false);
    for (const Route& route : routes) {
      if (!route.exists.hidden && !route.exists.value) continue;
      model::Route one;
      if (route.exists.hidden) one.existence.truth = Truth::unknown;
      one.prefix = text(store, {route.prefix.value.text, route.prefix.hidden});
      one.next_hop_type = text(store, route.next_hop);
      table.routes.push_back(one);
    }
    model.route_tables.push_back(table);
    model::Subnet subnet;
    subnet.network = model::Id<model::VirtualNetwork>(0);
    subnet.route_table = model::Id<model::RouteTable>(0);
    model.subnets.push_back(subnet);
  }

  std::set<NextHop> hops(const std::string& host) const {
    const auto& catalogue = knowledge::Catalogue::built_in();
    const Flow flow = flow_to({host, Scope::public_host, 25}, catalogue);
    std::set<NextHop> found;
    for (const TakenRoute& taken : route(model, model.subnets.front(), flow, catalogue).possible) {
      found.insert(taken.next_hop);
    }
    return found;
  }
};

std::vector<Route> some_routes(Random& random, bool with_hidden) {
  std::vector<Route> routes(random.below(6));
  for (Route& route : routes) {
    fill(route, random);
    if (!with_hidden || random.once_in(2)) continue;
    route.exists.hidden = random.once_in(3);
    route.prefix.hidden = random.once_in(3);
    route.next_hop.hidden = random.once_in(3);
  }
  return routes;
}

std::uint32_t some_address(Random& random) {
  return (random.once_in(3) ? inside : outside) + static_cast<std::uint32_t>(random.below(addresses));
}

TEST(RouteReference, AgreesWhereEverythingIsKnown) {
  for (std::uint64_t seed = 0; seed < tables / 2; ++seed) {
    Random random(seed);
    const std::vector<Route> routes = some_routes(random, false);
    const World world(routes);
    for (unsigned flows = 0; flows < 4; ++flows) {
      const std::uint32_t address = some_address(random);
      EXPECT_EQ(world.hops(dotted(address)), reference(routes, address)) << "seed " << seed;
    }
  }
}

TEST(RouteReference, NamesEveryRouteThatACompletionTakes) {
  for (std::uint64_t seed = 1'000'000; seed < 1'000'000 + tables / 2; ++seed) {
    Random random(seed);
    const std::vector<Route> routes = some_routes(random, true);
    const World world(routes);
    const bool by_name = random.once_in(2);
    std::uint32_t address = some_address(random);
    const std::set<NextHop> found = world.hops(by_name ? "smtp.contoso.com" : dotted(address));
    for (unsigned sample = 0; sample < 12; ++sample) {
      std::vector<Route> completion = routes;
      for (Route& route : completion) {
        Route other;
        fill(other, random);
        if (route.exists.hidden) route.exists.value = other.exists.value;
        if (route.prefix.hidden) route.prefix.value = other.prefix.value;
        if (route.next_hop.hidden) route.next_hop.value = other.next_hop.value;
      }
      if (by_name) address = outside + static_cast<std::uint32_t>(random.below(addresses));
      for (const NextHop hop : reference(completion, address)) {
        EXPECT_TRUE(found.contains(hop) || found.contains(NextHop::unknown)) << "seed " << seed;
      }
    }
  }
}

}  // namespace
}  // namespace smtplint::network::small
