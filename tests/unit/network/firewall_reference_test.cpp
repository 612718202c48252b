#include <gtest/gtest.h>

#include <algorithm>

#include "network/firewalls.h"
#include "unit/network/small_world.h"

/// Azure Firewall, with a policy and its parent, against a reference that goes through every rank.
namespace smtplint::network::small {
namespace {

constexpr std::uint64_t firewalls = 30000 / share;
constexpr int ranks = 4;  ///< priorities are 100 .. 103

struct Rule {
  bool in_parent = false;
  Slot<int> group, collection;
  Slot<std::string> action, protocol;
  Slot<std::vector<Prefix>> destinations;
  Slot<std::vector<Ports>> ports;
  Slot<bool> exists{true, false};
  bool application = false;
};

void fill(Rule& rule, Random& random) {
  static const std::vector<std::string> protocols = {"TCP", "Any", "UDP", "tcp"};
  rule.group.value = 100 + static_cast<int>(random.below(ranks));
  rule.collection.value = 100 + static_cast<int>(random.below(ranks));
  rule.action.value = random.once_in(2) ? "Allow" : "Deny";
  rule.protocol.value = protocols[random.below(protocols.size())];
  rule.destinations.value = {random.once_in(3) ? everything(random) : prefix(random, outside)};
  if (random.once_in(3)) rule.destinations.value.push_back(prefix(random, outside));
  rule.ports.value = {ports(random)};
  rule.exists.value = !random.once_in(4);
}

Rule completed(const Rule& rule, Random& random) {
  Rule other, result = rule;
  fill(other, random);
  if (rule.group.hidden) result.group.value = other.group.value;
  if (rule.collection.hidden) result.collection.value = other.collection.value;
  if (rule.action.hidden) result.action.value = other.action.value;
  if (rule.destinations.hidden) result.destinations.value = other.destinations.value;
  if (rule.ports.hidden) result.ports.value = other.ports.value;
  if (rule.exists.hidden) result.exists.value = other.exists.value;
  return result;
}

bool matches(const Rule& rule, std::uint32_t destination, unsigned port) {
  if (!rule.exists.value || rule.application || rule.protocol.value == "UDP") return false;
  const auto holds = [destination](const Prefix& one) { return one.holds(destination); };
  const Ports& range = rule.ports.value.front();
  return std::ranges::any_of(rule.destinations.value, holds) && range.first <= port && port <= range.last;
}

/// The parent first, then groups, then collections; what nothing allows is denied.
Outcomes reference(const std::vector<Rule>& rules, std::uint32_t destination, unsigned port) {
  for (const bool in_parent : {true, false}) {
    for (int group = 100; group < 100 + ranks; ++group) {
      for (int collection = 100; collection < 100 + ranks; ++collection) {
        Outcomes found;
        for (const Rule& rule : rules) {
          const bool here =
              rule.in_parent == in_parent && rule.group.value == group && rule.collection.value == collection;
          if (here && matches(rule, destination, port))
            (rule.action.value == "Allow" ? found.allow : found.deny) = true;
        }
        if (found.allow || found.deny) return found;
      }
    }
  }
  return {false, true};
}

struct World {
  ValueStore store;
  model::Model model;

  explicit World(const std::vector<Rule>& rules) {
    model.firewall_policies.resize(2);
    model.firewall_policies[1].parent_policy = model::Id<model::FirewallPolicy>(0);
    for (const Rule& rule : rules) {
      if (!rule.exists.hidden && !rule.exists.value) continue;
      model::FirewallRule one;
      if (rule.exists.hidden) one.existence.truth = Truth::unknown;
      one.kind = rule.application ? model::FirewallRuleKind::application : model::FirewallRuleKind::network;
      one.group_priority = number(store, rule.group);
      one.collection_priority = number(store, rule.collection);
      one.action = text(store, rule.action);
      one.protocols = text(store, rule.protocol);
      one.source_addresses = store.string("*");
      one.destination_addresses = texts(store, rule.destinations);
      one.destination_ports = texts(store, rule.ports);
      model.firewall_policies[rule.in_parent ? 0 : 1].rules.push_back(one);
    }
    model::Firewall firewall;
    firewall.policy = model::Id<model::FirewallPolicy>(1);
    model.firewalls.push_back(firewall);
  }

  [[nodiscard]] Truth passes(const std::string& host, unsigned port) const {
    const auto& catalogue = knowledge::Catalogue::built_in();
    const Flow flow = flow_to({host, Scope::public_host, static_cast<std::uint16_t>(port)}, catalogue);
    return filter(model, model.firewalls.front(), flow, catalogue).rules.passes;
  }

  [[nodiscard]] bool has_rules() const {
    return std::ranges::any_of(model.firewall_policies,
                               [](const auto& policy) { return !policy.rules.empty(); });
  }
};

std::vector<Rule> some_rules(Random& random, bool with_hidden) {
  std::vector<Rule> rules(1 + random.below(6));
  for (Rule& rule : rules) {
    fill(rule, random);
    rule.in_parent = random.once_in(3);
    rule.application = random.once_in(8);
    if (!with_hidden || random.once_in(2)) continue;
    rule.group.hidden = random.once_in(5);
    rule.collection.hidden = random.once_in(5);
    rule.action.hidden = random.once_in(5);
    rule.destinations.hidden = random.once_in(5);
    rule.ports.hidden = random.once_in(5);
    rule.exists.hidden = random.once_in(5);
  }
  return rules;
}

unsigned some_port(Random& random) {
  return first_port + static_cast<unsigned>(random.below(last_port - first_port + 1));
}

TEST(FirewallReference, AgreesWhereEverythingIsKnown) {
  for (std::uint64_t seed = 0; seed < firewalls / 2; ++seed) {
    Random random(seed);
    const std::vector<Rule> rules = some_rules(random, false);
    const World world(rules);
    for (unsigned flows = 0; flows < 4; ++flows) {
      const std::uint32_t destination = outside + static_cast<std::uint32_t>(random.below(addresses));
      const unsigned port = some_port(random);
      const Outcomes outcomes = reference(rules, destination, port);
      Truth expected = outcomes.allow ? Truth::yes : Truth::no;
      // Without any rule the model may lack all of them.
      if (outcomes.allow == outcomes.deny || !world.has_rules()) expected = Truth::unknown;
      EXPECT_EQ(world.passes(dotted(destination), port), expected) << "seed " << seed;
    }
  }
}

TEST(FirewallReference, IsNeverContradictedByACompletion) {
  for (std::uint64_t seed = 1'000'000; seed < 1'000'000 + firewalls / 2; ++seed) {
    Random random(seed);
    const std::vector<Rule> rules = some_rules(random, true);
    const World world(rules);
    const bool by_name = random.once_in(2);
    std::uint32_t destination = outside + static_cast<std::uint32_t>(random.below(addresses));
    const unsigned port = some_port(random);
    const Truth passes = world.passes(by_name ? "smtp.contoso.com" : dotted(destination), port);
    if (passes == Truth::unknown) continue;
    for (unsigned sample = 0; sample < 12; ++sample) {
      std::vector<Rule> completion;
      for (const Rule& rule : rules) completion.push_back(completed(rule, random));
      if (by_name) destination = outside + static_cast<std::uint32_t>(random.below(addresses));
      const Outcomes outcomes = reference(completion, destination, port);
      EXPECT_FALSE(passes == Truth::yes ? outcomes.deny : outcomes.allow) << "seed " << seed;
    }
  }
}

}  // namespace
}  // namespace smtplint::network::small
