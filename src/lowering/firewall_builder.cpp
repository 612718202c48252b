#include <utility>

#include "base/letter_case.h"
#include "lowering/assembly.h"
#include "lowering/property_reader.h"
#include "lowering/words.h"

namespace smtplint::lowering {
namespace {

using knowledge::Field;
using knowledge::Thing;
using model::Id;

void add_ip_group(Assembly& assembly, const Mapped& thing) {
  assembly.positions[&thing] = assembly.model().ip_groups.size();
  assembly.model().ip_groups.push_back({thing.address(), thing[Field::prefixes], thing.complete});
}

void add_policy(Assembly& assembly, const Mapped& thing) {
  model::FirewallPolicy policy;
  policy.address = thing.address();
  policy.place = thing.place;
  policy.existence = thing.existence;
  policy.subscription = assembly.subscriptions.of(thing);
  policy.parent = thing[Field::base_policy];
  policy.dns_proxy = thing[Field::dns_proxy];
  policy.complete = thing.complete;
  assembly.positions[&thing] = assembly.model().firewall_policies.size();
  assembly.model().firewall_policies.push_back(std::move(policy));
}

/// A parent outside the deployment may hold any rule.
void add_parent(Assembly& assembly, const Mapped& thing) {
  if (!is_present(thing[Field::base_policy])) return;
  model::FirewallPolicy& policy = assembly.model().firewall_policies[assembly.positions.at(&thing)];
  policy.parent_policy =
      assembly.id<model::FirewallPolicy>(assembly.linker.target(thing, Field::base_policy).thing);
  if (!policy.parent_policy.valid()) policy.complete = false;
}

void add_firewall(Assembly& assembly, const Mapped& thing) {
  model::Firewall firewall;
  firewall.address = thing.address();
  firewall.place = thing.place;
  firewall.existence = thing.existence;
  firewall.subscription = assembly.subscriptions.of(thing);
  firewall.policy_reference = thing[Field::policy];
  firewall.policy = assembly.id<model::FirewallPolicy>(assembly.linker.target(thing, Field::policy).thing);
  firewall.complete = thing.complete && (firewall.policy.valid() || !is_present(firewall.policy_reference));
  for (const LinkTarget& target : assembly.linker.targets(thing, Field::subnets)) {
    const Id<model::Subnet> subnet = subnet_of(assembly, target, thing);
    if (subnet.valid()) firewall.subnets.push_back(subnet);
  }
  assembly.positions[&thing] = assembly.model().firewalls.size();
  assembly.model().firewalls.push_back(std::move(firewall));
}

model::FirewallRuleKind kind_of(Value value) {
  const auto text = known_text(value);
  if (text == "application") return model::FirewallRuleKind::application;
  return text == "translation" ? model::FirewallRuleKind::translation : model::FirewallRuleKind::network;
}

model::FirewallRule rule_of(const Assembly& assembly, const Mapped& thing) {
  model::FirewallRule rule;
  const Value kind = thing[Field::rule_kind];
  rule.kind = kind_of(kind);
  rule.name = name_of(thing);
  rule.place = thing.place;
  rule.existence = thing.existence;
  // Of unknown kind, it may be one that mail does not meet.
  if (kind.is_unknown()) rule.existence.truth = Truth::unknown;
  rule.collection_priority = thing[Field::collection_priority];
  rule.group_priority = thing[Field::group_priority];
  rule.action = thing[Field::action];
  rule.protocols = thing[Field::protocols];
  rule.source_addresses = thing[Field::source_addresses];
  rule.destination_addresses = thing[Field::destination_addresses];
  rule.destination_names = thing[Field::destination_names];
  rule.destination_ports = thing[Field::destination_ports];
  rule.source_groups = thing[Field::source_address_groups];
  rule.destination_groups = thing[Field::destination_address_groups];
  rule.source_group_things =
      linked_all<model::IpGroup>(assembly, thing, Field::source_address_groups, rule.groups_known);
  rule.destination_group_things =
      linked_all<model::IpGroup>(assembly, thing, Field::destination_address_groups, rule.groups_known);
  return rule;
}

/// The firewall or policy that a rule ends up in: upwards over its collection and, in a policy, its group.
LinkTarget owner_of(const Assembly& assembly, const Mapped& rule, const Mapped*& lowest) {
  LinkTarget owner = assembly.linker.target(rule, Field::parent);
  lowest = &rule;
  while (owner.thing != nullptr && owner.thing->thing() != Thing::firewall &&
         owner.thing->thing() != Thing::firewall_policy) {
    lowest = owner.thing;
    owner = assembly.linker.target(*owner.thing, Field::parent);
  }
  return owner;
}

/// The policy or firewall outside the deployment, or not told apart, that a rule belongs to.
model::FirewallPolicy& policy_elsewhere(Assembly& assembly, const Mapped& last) {
  const auto name = known_text(last[Field::parent]);
  const std::string key = name.value_or(last.resource->address + " (firewall)");
  auto& policies = assembly.model().firewall_policies;
  const auto [entry, is_new] =
      assembly.elsewhere.emplace("firewall-policy " + lower_case(key), policies.size());
  if (is_new) {
    model::FirewallPolicy policy;
    policy.address = key;
    policy.place = last.place;
    policy.subscription = assembly.subscriptions.of(last);
    policy.complete = false;
    policies.push_back(std::move(policy));
  }
  return policies[entry->second];
}

void leave_open(Assembly& assembly, const Mapped& owner) {
  const auto position = assembly.positions.find(&owner);
  if (position == assembly.positions.end()) return;
  if (owner.thing() == Thing::firewall) assembly.model().firewalls[position->second].complete = false;
  if (owner.thing() == Thing::firewall_policy) {
    assembly.model().firewall_policies[position->second].complete = false;
  }
}

void add_rule(Assembly& assembly, const Mapped& thing) {
  const Mapped* last = nullptr;
  const LinkTarget owner = owner_of(assembly, thing, last);
  for (const Mapped* possible : owner.possible) leave_open(assembly, *possible);
  if (owner.thing == nullptr) {
    policy_elsewhere(assembly, *last).rules.push_back(rule_of(assembly, thing));
    return;
  }
  const std::size_t position = assembly.positions.at(owner.thing);
  if (owner.thing->thing() == Thing::firewall) {
    assembly.model().firewalls[position].rules.push_back(rule_of(assembly, thing));
  } else {
    assembly.model().firewall_policies[position].rules.push_back(rule_of(assembly, thing));
  }
}

/// Groups and collections whose own content is open leave what they belong to open.
void pass_on_gaps(Assembly& assembly, const Mapped& thing) {
  const bool inside =
      thing.thing() == Thing::firewall_rule_group || thing.thing() == Thing::firewall_rule_collection;
  if (!inside || thing.complete) return;
  const Mapped* last = nullptr;
  const LinkTarget owner = owner_of(assembly, thing, last);
  if (owner.thing != nullptr) leave_open(assembly, *owner.thing);
}

}  // namespace

void build_firewalls(Assembly& assembly) {
  for_each(assembly, Thing::ip_group, add_ip_group);
  for_each(assembly, Thing::firewall_policy, add_policy);
  for_each(assembly, Thing::firewall_policy, add_parent);
  for_each(assembly, Thing::firewall, add_firewall);
  for (const Mapped& thing : assembly.things) {
    if (thing.thing() == Thing::firewall_rule) add_rule(assembly, thing);
    pass_on_gaps(assembly, thing);
  }
}

}  // namespace smtplint::lowering
