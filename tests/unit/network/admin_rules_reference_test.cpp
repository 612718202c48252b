#include <gtest/gtest.h>

#include "network/trace.h"
#include "unit/network/small_rules.h"

/// The rules of a network manager in front of a security group, against a reference that asks every rule
/// about one address and one port at a time.
namespace smtplint::network::small {
namespace {

constexpr std::uint64_t worlds = 20000 / share;

/// What may come of the rules of a network manager.
struct AdminOutcomes {
  bool deny = false, always = false, goes_on = false;
};

std::vector<Rule> some_admin_rules(Random& random, bool with_hidden) {
  std::vector<Rule> rules = some_rules(random, with_hidden);
  for (Rule& rule : rules)
    rule.access.value = one_of(random, {"Allow", "AlwaysAllow", "Deny", "alwaysallow"});
  return rules;
}

AdminOutcomes admin_reference(const std::vector<Rule>& rules, std::uint32_t source, std::uint32_t destination,
                              unsigned port) {
  for (int priority = 1; priority <= 4096; ++priority) {
    AdminOutcomes found;
    for (const Rule& rule : rules) {
      if (rule.priority.value != priority || !matches(rule, source, destination, port)) continue;
      if (same_word(rule.access.value, "deny")) found.deny = true;
      if (same_word(rule.access.value, "allow")) found.goes_on = true;
      if (same_word(rule.access.value, "alwaysallow")) found.always = true;
    }
    if (found.deny || found.always || found.goes_on) return found;
  }
  return {.goes_on = true};
}

/// `Deny` ends, `AlwaysAllow` passes the group by, everything else asks it.
Outcomes both(const AdminOutcomes& admin, const Outcomes& group) {
  return {admin.always || (admin.goes_on && group.allow), admin.deny || (admin.goes_on && group.deny)};
}

/// One machine in one subnet.
model::Model world(ValueStore& store, std::uint32_t source, const std::vector<Rule>& admin,
                   const std::vector<Rule>& group) {
  const auto one = [&store](const std::string& text) {
    return store.sequence(ValueType::tuple, {store.string(text)});
  };
  model::Model model;
  model::VirtualNetwork network;
  network.address_space = one(dotted(inside) + "/26");
  model.networks.push_back(network);
  model.security_groups.push_back(model_of(store, group));
  model::AdminRuleCollection collection;
  collection.address = "collection";
  collection.deployed = true;
  collection.networks.emplace_back(0);
  collection.rules = model_of(store, admin).rules;
  model.admin_rules.push_back(collection);
  model::Subnet subnet;
  subnet.network = model::Id<model::VirtualNetwork>(0);
  subnet.prefixes = one(dotted(inside) + "/26");
  subnet.security_group = model::Id<model::SecurityGroup>(0);
  model.subnets.push_back(subnet);
  model::NetworkInterface interface;
  interface.subnets.emplace_back(0);
  interface.private_addresses = one(dotted(source));
  model.interfaces.push_back(interface);
  model::Workload machine;
  machine.kind = WorkloadKind::virtual_machine;
  machine.interfaces.emplace_back(0);
  model.workloads.push_back(machine);
  return model;
}

/// What the rules of a path say, whatever stands behind them.
Truth passes_rules(const model::Model& model, const ValueStore& store, const std::string& host,
                   unsigned port) {
  const model::NetworkPath path =
      trace({model, store, knowledge::Catalogue::built_in()}, {&model.workloads.front()},
            {host, Scope::public_host, static_cast<std::uint16_t>(port)});
  Truth passes = Truth::yes;
  for (const model::Hop& hop : path.hops) {
    if (hop.kind != model::HopKind::admin_rules && hop.kind != model::HopKind::subnet_security_group)
      continue;
    if (hop.passage == model::Passage::deny) return Truth::no;
    if (hop.passage == model::Passage::maybe) passes = Truth::unknown;
  }
  return passes;
}

TEST(AdminRuleReference, AgreesWhereEverythingIsKnown) {
  unsigned denied = 0, passed_by = 0;
  for (std::uint64_t seed = 0; seed < worlds; ++seed) {
    Random random(seed);
    const std::vector<Rule> admin = some_admin_rules(random, false), group = some_rules(random, false);
    const std::uint32_t source = inside + static_cast<std::uint32_t>(random.below(addresses));
    const std::uint32_t destination = outside + static_cast<std::uint32_t>(random.below(addresses));
    const auto port = first_port + static_cast<unsigned>(random.below(last_port - first_port + 1));
    const AdminOutcomes first = admin_reference(admin, source, destination, port);
    const Outcomes second = reference(group, source, destination, port);
    const Outcomes expected = both(first, second);
    ValueStore store;
    const model::Model model = world(store, source, admin, group);
    const Truth passes = passes_rules(model, store, dotted(destination), port);
    denied += first.deny;
    passed_by += first.always && second.deny;
    const Truth truth = expected.allow == expected.deny ? Truth::unknown
                        : expected.allow                ? Truth::yes
                                                        : Truth::no;
    EXPECT_EQ(passes, truth) << "seed " << seed;
  }
  EXPECT_GT(denied, worlds / 50);
  EXPECT_GT(passed_by, worlds / 500);
}

/// A definite answer must hold for every completion.
TEST(AdminRuleReference, IsNeverContradictedByACompletion) {
  unsigned definite = 0;
  for (std::uint64_t seed = 1'000'000; seed < 1'000'000 + worlds; ++seed) {
    Random random(seed);
    const std::vector<Rule> admin = some_admin_rules(random, true), group = some_rules(random, true);
    const std::uint32_t source = inside + static_cast<std::uint32_t>(random.below(addresses));
    const std::uint32_t destination = outside + static_cast<std::uint32_t>(random.below(addresses));
    const auto port = first_port + static_cast<unsigned>(random.below(last_port - first_port + 1));
    ValueStore store;
    const model::Model model = world(store, source, admin, group);
    const Truth passes = passes_rules(model, store, dotted(destination), port);
    if (passes == Truth::unknown) continue;
    ++definite;
    for (unsigned sample = 0; sample < 8; ++sample) {
      std::vector<Rule> admin_completion, group_completion;
      for (const Rule& rule : admin) {
        admin_completion.push_back(completed(rule, random));
        if (rule.access.hidden)
          admin_completion.back().access.value = one_of(random, {"Allow", "AlwaysAllow", "Deny"});
      }
      for (const Rule& rule : group) group_completion.push_back(completed(rule, random));
      keep_lowest_single(group_completion);
      const Outcomes outcomes = both(admin_reference(admin_completion, source, destination, port),
                                     reference(group_completion, source, destination, port));
      EXPECT_FALSE(passes == Truth::yes ? outcomes.deny : outcomes.allow) << "seed " << seed;
    }
  }
  EXPECT_GT(definite, worlds / 16) << "answers must be given where they can be";
}

}  // namespace
}  // namespace smtplint::network::small
