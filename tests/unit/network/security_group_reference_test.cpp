#include <gtest/gtest.h>

#include <algorithm>

#include "network/security_groups.h"
#include "unit/network/small_rules.h"

/// Security groups against a reference that asks every rule about one address and one port at a time.
namespace smtplint::network::small {
namespace {

constexpr std::uint64_t groups = 50000 / share;

Flow flow_from(std::uint32_t source, const std::string& host, Scope scope, unsigned port) {
  Flow flow = flow_to({host, scope, static_cast<std::uint16_t>(port)}, knowledge::Catalogue::built_in());
  flow.source = *addresses_in(dotted(source));
  flow.virtual_network = AddressBounds::exactly(*addresses_in(dotted(inside) + "/26"));
  return flow;
}

void expect_agreement(const Outcomes& expected, Truth passes, std::uint64_t seed) {
  const Truth truth = expected.allow == expected.deny ? Truth::unknown
                      : expected.allow                ? Truth::yes
                                                      : Truth::no;
  EXPECT_EQ(passes, truth) << "seed " << seed;
}

TEST(SecurityGroupReference, AgreesWhereEverythingIsKnown) {
  for (std::uint64_t seed = 0; seed < groups / 2; ++seed) {
    Random random(seed);
    const std::vector<Rule> rules = some_rules(random, false);
    ValueStore store;
    const model::SecurityGroup group = model_of(store, rules);
    for (unsigned flows = 0; flows < 4; ++flows) {
      const std::uint32_t source = inside + static_cast<std::uint32_t>(random.below(addresses));
      const std::uint32_t destination = some_destination(random);
      const auto port = first_port + static_cast<unsigned>(random.below(last_port - first_port + 1));
      const Flow flow = flow_from(source, dotted(destination), Scope::public_host, port);
      expect_agreement(reference(rules, source, destination, port),
                       filter(group, flow, knowledge::Catalogue::built_in()).passes, seed);
    }
  }
}

/// A definite answer must hold for every completion and every address that the name may have.
TEST(SecurityGroupReference, IsNeverContradictedByACompletion) {
  unsigned definite = 0;
  for (std::uint64_t seed = 1'000'000; seed < 1'000'000 + groups / 2; ++seed) {
    Random random(seed);
    std::vector<Rule> rules = some_rules(random, true);
    ValueStore store;
    const model::SecurityGroup group = model_of(store, rules);
    const std::uint32_t source = inside + static_cast<std::uint32_t>(random.below(addresses));
    const bool by_name = random.once_in(2);
    std::uint32_t destination = some_destination(random);
    const auto port = first_port + static_cast<unsigned>(random.below(last_port - first_port + 1));
    const std::string host = by_name ? "smtp.contoso.com" : dotted(destination);
    const Truth passes =
        filter(group, flow_from(source, host, Scope::public_host, port), knowledge::Catalogue::built_in())
            .passes;
    if (passes == Truth::unknown) continue;
    ++definite;
    for (unsigned sample = 0; sample < 12; ++sample) {
      std::vector<Rule> completion;
      for (const Rule& rule : rules) completion.push_back(completed(rule, random));
      keep_lowest_single(completion);
      if (by_name) destination = outside + static_cast<std::uint32_t>(random.below(addresses));
      const Outcomes outcomes = reference(completion, source, destination, port);
      EXPECT_FALSE(passes == Truth::yes ? outcomes.deny : outcomes.allow) << "seed " << seed;
    }
  }
  EXPECT_GT(definite, groups / 8) << "answers must be given where they can be";
}

}  // namespace
}  // namespace smtplint::network::small
