#pragma once

#include <string>
#include <unordered_map>
#include <unordered_set>

#include "lowering/linker.h"
#include "lowering/lowering.h"
#include "lowering/mapped.h"
#include "lowering/subscriptions.h"
#include "model/model.h"
#include "value/store.h"

namespace smtplint::lowering {

/// What the builders of the model share while it grows.
struct Assembly {
  Lowered& lowered;
  MappedThings& things;
  const Linker& linker;
  ValueStore& store;
  const std::unordered_set<std::string>& present;  ///< ids of the mappings that matched a resource
  SubscriptionIndex subscriptions;
  std::unordered_map<const Mapped*, std::size_t> positions;  ///< in the table of the thing's kind
  std::unordered_map<std::string, std::size_t> elsewhere;  ///< things outside the deployment, by kind and id

  [[nodiscard]] model::Model& model() { return lowered.model; }
  /// None for a thing that has no place in the model yet.
  template <typename T>
  [[nodiscard]] model::Id<T> id(const Mapped* thing) const {
    const auto found = positions.find(thing);
    return found == positions.end() ? model::Id<T>() : model::Id<T>(found->second);
  }
};

/// A name as far as it is known.
[[nodiscard]] std::string name_of(const Mapped& thing);

/// NAT gateways and load balancers: what gives traffic a public address. Subscriptions come first.
void build_outlets(Assembly& assembly);
/// Networks, subnets, security groups, route tables and network interfaces. Outlets come first.
void build_networks(Assembly& assembly);
/// The rules of network managers. Networks come first.
void build_admin_rules(Assembly& assembly);
[[nodiscard]] model::SecurityRule security_rule_of(const Mapped& thing);
/// Firewalls, their policies and rules. Subnets come first.
void build_firewalls(Assembly& assembly);
/// What joins networks: peerings, gateways and virtual hubs. Firewalls come first.
void build_joints(Assembly& assembly);
/// Workloads, their settings and embedded documents. Comes last.
void build_workloads(Assembly& assembly);
/// Calls `add` for everything of one kind that is a thing of its own.
void for_each(Assembly& assembly, knowledge::Thing kind, void (*add)(Assembly&, const Mapped&));
/// What a thing has in the model by being declared.
template <typename Part>
[[nodiscard]] Part declared(const Mapped& thing) {
  Part part;
  part.address = thing.address();
  part.place = thing.place;
  part.existence = thing.existence;
  return part;
}
/// Things of the model that a list of links leads to; `all_known` becomes false where one leads elsewhere.
template <typename T>
[[nodiscard]] std::vector<model::Id<T>> linked_all(const Assembly& assembly, const Mapped& thing,
                                                   knowledge::Field field, bool& all_known) {
  std::vector<model::Id<T>> found;
  for (const LinkTarget& target : assembly.linker.targets(thing, field)) {
    const model::Id<T> id = assembly.id<T>(target.thing);
    if (id.valid()) found.push_back(id);
    if (!id.valid()) all_known = false;
  }
  if (thing[field].is_unknown() || thing[field].rest() != nullptr) all_known = false;
  return found;
}
/// The subnet that a link leads to; one outside the deployment is added to the model.
[[nodiscard]] model::Id<model::Subnet> subnet_of(Assembly& assembly, const LinkTarget& target,
                                                 const Mapped& from);

}  // namespace smtplint::lowering
