#include <algorithm>
#include <utility>

#include "lowering/assembly.h"

namespace smtplint::lowering {
namespace {

using knowledge::Field;
using knowledge::Thing;

/// The networks of all groups that the rules are for, each once.
void add_networks(const Assembly& assembly, const Mapped& collection, model::AdminRuleCollection& rules) {
  for (const LinkTarget& group : assembly.linker.targets(collection, Field::network_groups)) {
    if (group.thing == nullptr) continue;
    bool all_known = true;
    for (const auto network :
         linked_all<model::VirtualNetwork>(assembly, *group.thing, Field::members, all_known)) {
      if (std::ranges::find(rules.networks, network) == rules.networks.end())
        rules.networks.push_back(network);
    }
  }
}

bool is_deployed(const Assembly& assembly, const Mapped& collection) {
  const Mapped* configuration = assembly.linker.target(collection, Field::parent).thing;
  return configuration != nullptr && std::ranges::any_of(assembly.things, [&](const Mapped& thing) {
           if (thing.thing() != Thing::admin_deployment) return false;
           const auto targets = assembly.linker.targets(thing, Field::configurations);
           return std::ranges::find(targets, configuration, &LinkTarget::thing) != targets.end();
         });
}

void add_collection(Assembly& assembly, const Mapped& thing) {
  auto rules = declared<model::AdminRuleCollection>(thing);
  rules.complete = thing.complete;
  rules.deployed = is_deployed(assembly, thing);
  add_networks(assembly, thing, rules);
  assembly.positions[&thing] = assembly.model().admin_rules.size();
  assembly.model().admin_rules.push_back(std::move(rules));
}

/// A rule that may belong to several collections leaves them all open.
void add_rule(Assembly& assembly, const Mapped& thing) {
  const LinkTarget collection = assembly.linker.target(thing, Field::parent);
  auto& all = assembly.model().admin_rules;
  for (const Mapped* possible : collection.possible) all[assembly.positions.at(possible)].complete = false;
  if (collection.thing == nullptr) return;
  all[assembly.positions.at(collection.thing)].rules.push_back(security_rule_of(thing));
}

}  // namespace

void build_admin_rules(Assembly& assembly) {
  for_each(assembly, Thing::admin_rule_collection, add_collection);
  for_each(assembly, Thing::admin_rule, add_rule);
}

}  // namespace smtplint::lowering
