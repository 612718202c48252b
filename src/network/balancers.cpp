#include "network/balancers.h"

#include <algorithm>

#include "base/letter_case.h"
#include "network/readings.h"

namespace smtplint::network {
namespace {

using model::BalancingRule;
using model::Frontend;
using model::LoadBalancer;

Truth is_public(const LoadBalancer& balancer) {
  Truth result = balancer.complete && !balancer.frontends.empty() ? Truth::no : Truth::unknown;
  for (const Frontend& frontend : balancer.frontends) result = result | given(frontend.public_addresses);
  return result;
}

/// Whether a rule uses a frontend with a public address.
Truth uses_public(const LoadBalancer& balancer, const BalancingRule& rule) {
  if (balancer.frontends.size() == 1) return is_public(balancer);
  Truth result = Truth::no;
  for (const Frontend& frontend : balancer.frontends) {
    const Truth named = says(rule.frontends, {frontend.name});
    // An id ends in the name; which of several it is then stays open.
    result = result | (given(frontend.public_addresses) & (named == Truth::no ? Truth::unknown : named));
  }
  return result;
}

Truth serves(const BalancingRule& rule, model::Id<model::BackendPool> pool) {
  if (std::ranges::find(rule.pools, pool) != rule.pools.end()) return rule.existence.truth;
  return rule.pools_known ? Truth::no : Truth::unknown;
}

}  // namespace

Balancing balancing(const model::Model& model, const model::NetworkInterface& interface,
                    const knowledge::Catalogue& catalogue) {
  Balancing result;
  if (given(interface.backend_pools) == Truth::no) return result;
  if (!interface.backend_pools.is_sequence()) {
    result.sends = Truth::unknown;
    return result;
  }
  const bool all_known = interface.pools.size() == interface.backend_pools.items().size() &&
                         interface.backend_pools.rest() == nullptr;
  if (!all_known) result.sends = Truth::unknown;
  for (const auto pool : interface.pools) {
    if (!model[pool].balancer.valid()) {
      result.sends = result.sends | Truth::unknown;
      continue;
    }
    const LoadBalancer& balancer = model[model[pool].balancer];
    Truth sends = balancer.complete ? Truth::no : Truth::unknown;
    if (says(balancer.sku, catalogue.network_words().basic_balancer) != Truth::no) {
      sends = sends | (is_public(balancer) & says(balancer.sku, catalogue.network_words().basic_balancer));
    }
    const BalancingRule* used = nullptr;
    for (const BalancingRule& rule : balancer.rules) {
      const Truth gives_address = rule.outbound ? Truth::yes : !flag(rule.disables_snat);
      const Truth one = serves(rule, pool) & gives_address & uses_public(balancer, rule);
      if (one == Truth::yes) used = &rule;
      sends = sends | one;
    }
    if (sends != Truth::no && result.sends != Truth::yes) result.sender = &balancer, result.rule = used;
    result.sends = result.sends | sends;
    const bool standard = says(balancer.sku, catalogue.network_words().basic_balancer) == Truth::no;
    if (standard && is_public(balancer) == Truth::no) result.internal_only = &balancer;
  }
  return result;
}

}  // namespace smtplint::network
