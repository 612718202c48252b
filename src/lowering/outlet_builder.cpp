#include <utility>

#include "lowering/assembly.h"
#include "lowering/words.h"

namespace smtplint::lowering {
namespace {

using knowledge::Field;
using knowledge::Thing;

void add_nat_gateway(Assembly& assembly, const Mapped& thing) {
  auto gateway = declared<model::NatGateway>(thing);
  gateway.public_addresses = thing[Field::public_addresses];
  gateway.complete = thing.complete;
  assembly.positions[&thing] = assembly.model().nat_gateways.size();
  assembly.model().nat_gateways.push_back(std::move(gateway));
}

void add_balancer(Assembly& assembly, const Mapped& thing) {
  auto balancer = declared<model::LoadBalancer>(thing);
  balancer.sku = thing[Field::sku];
  balancer.complete = thing.complete && !thing.existing;
  assembly.positions[&thing] = assembly.model().load_balancers.size();
  assembly.model().load_balancers.push_back(std::move(balancer));
}

/// The balancer that a part of one belongs to; where that is not certain, those in question are left open.
model::LoadBalancer* balancer_of(Assembly& assembly, const Mapped& part) {
  const LinkTarget target = assembly.linker.target(part, Field::parent);
  auto& balancers = assembly.model().load_balancers;
  for (const Mapped* possible : target.possible) balancers[assembly.positions.at(possible)].complete = false;
  return target.thing == nullptr ? nullptr : &balancers[assembly.positions.at(target.thing)];
}

void add_frontend(Assembly& assembly, const Mapped& thing) {
  model::LoadBalancer* balancer = balancer_of(assembly, thing);
  if (balancer == nullptr) return;
  balancer->frontends.push_back(
      {name_of(thing), thing[Field::public_addresses], thing[Field::private_addresses]});
}

void add_pool(Assembly& assembly, const Mapped& thing) {
  model::BackendPool pool{thing.address(), {}};
  pool.balancer = assembly.id<model::LoadBalancer>(assembly.linker.target(thing, Field::parent).thing);
  assembly.positions[&thing] = assembly.model().backend_pools.size();
  assembly.model().backend_pools.push_back(std::move(pool));
}

void add_rule(Assembly& assembly, const Mapped& thing) {
  model::LoadBalancer* balancer = balancer_of(assembly, thing);
  if (balancer == nullptr) return;
  model::BalancingRule rule;
  rule.name = name_of(thing);
  rule.place = thing.place;
  rule.existence = thing.existence;
  rule.outbound = known_truth(thing[Field::outbound]) == Truth::yes;
  rule.disables_snat = thing[Field::disables_snat];
  rule.frontends = thing[Field::frontends];
  rule.pools = linked_all<model::BackendPool>(assembly, thing, Field::backend_pools, rule.pools_known);
  balancer->rules.push_back(std::move(rule));
}

}  // namespace

void build_outlets(Assembly& assembly) {
  for_each(assembly, Thing::nat_gateway, add_nat_gateway);
  for_each(assembly, Thing::load_balancer, add_balancer);
  for_each(assembly, Thing::frontend, add_frontend);
  for_each(assembly, Thing::backend_pool, add_pool);
  for_each(assembly, Thing::balancing_rule, add_rule);
}

}  // namespace smtplint::lowering
