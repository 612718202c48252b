#include <gtest/gtest.h>

#include "network/trace.h"

/// What a whole path does where its parts are unusual.
namespace smtplint::network {
namespace {

using model::Id;

const knowledge::Catalogue& catalogue() { return knowledge::Catalogue::built_in(); }

/// A machine in a subnet of its own network.
class Path : public testing::Test {
 protected:
  Path() {
    model::VirtualNetwork network;
    network.address_space = texts({"10.0.0.0/16"});
    model_.networks.push_back(network);
    model::Subnet subnet;
    subnet.address = "subnet";
    subnet.network = Id<model::VirtualNetwork>(0);
    subnet.prefixes = texts({"10.0.1.0/24"});
    subnet.default_outbound = store_.boolean(true);
    model_.subnets.push_back(subnet);
    model::NetworkInterface interface;
    interface.subnets.emplace_back(0);
    model_.interfaces.push_back(interface);
    model::Workload machine;
    machine.address = "machine";
    machine.kind = WorkloadKind::virtual_machine;
    machine.interfaces.emplace_back(0);
    model_.workloads.push_back(machine);
  }

  Value texts(const std::vector<std::string>& list) {
    std::vector<Value> values;
    for (const std::string& one : list) values.push_back(store_.string(one));
    return store_.sequence(ValueType::tuple, values);
  }

  /// Routes to an address that is not in the model.
  void add_routes(const std::vector<Value>& prefixes) {
    model::RouteTable table;
    table.address = "table";
    for (const Value prefix : prefixes) {
      model::Route route;
      route.prefix = prefix;
      route.next_hop_type = store_.string("VirtualAppliance");
      route.next_hop_address = store_.string("10.9.9.9");
      table.routes.push_back(route);
    }
    model_.route_tables.push_back(table);
    model_.subnets.front().route_table = Id<model::RouteTable>(0);
  }

  [[nodiscard]] model::NetworkPath to(const std::string& host, Scope scope = Scope::public_host) const {
    return trace({model_, store_, catalogue()}, {&model_.workloads.front()}, {host, scope, 25});
  }

  model::Model model_;
  ValueStore store_;
};

TEST_F(Path, LeavesForAnIpv6Address) {
  EXPECT_EQ(to("2a01:111:f400::1").hops.back().kind, model::HopKind::default_outbound);
}

TEST_F(Path, StaysInsideForAnAddressOfTheNetwork) {
  EXPECT_EQ(to("10.0.7.4", Scope::private_network).hops.back().kind, model::HopKind::network);
}

TEST_F(Path, LeavesAnApplianceOutsideTheModelOpen) {
  add_routes({store_.string("0.0.0.0/0")});
  const model::NetworkPath path = to("smtp.contoso.com");
  EXPECT_EQ(path.hops.back().kind, model::HopKind::appliance);
  EXPECT_EQ(path.through_firewall, Truth::unknown);
  EXPECT_EQ(path.stop(), nullptr);
}

TEST_F(Path, DoesNotFollowAnyNumberOfRoutes) {
  add_routes(std::vector<Value>(100, store_.unknown(ReasonKind::no_value, "var.prefix")));
  const model::NetworkPath path = to("smtp.contoso.com");
  EXPECT_EQ(path.hops.back().passage, model::Passage::maybe);
  EXPECT_LT(path.hops.size(), 6u);
}

TEST_F(Path, EndsWhereMachinesRouteToEachOther) {
  model::NetworkInterface second = model_.interfaces.front();
  second.private_addresses = texts({"10.9.9.9"});
  model_.interfaces.push_back(second);
  model::Workload router = model_.workloads.front();
  router.interfaces = {Id<model::NetworkInterface>(1)};
  model_.workloads.push_back(router);
  add_routes({store_.string("0.0.0.0/0")});
  EXPECT_EQ(to("smtp.contoso.com").hops.back().passage, model::Passage::maybe);
}

TEST_F(Path, SaysThatTheComputeIsNotKnown) {
  const model::NetworkPath path =
      trace({model_, store_, catalogue()}, {}, {"smtp.contoso.com", Scope::public_host, 25});
  ASSERT_EQ(path.hops.size(), 1u);
  EXPECT_EQ(path.hops.front().passage, model::Passage::maybe);
}

}  // namespace
}  // namespace smtplint::network
