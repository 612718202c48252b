#include "generate/plan.h"

#include <array>

#include "generate/random.h"

namespace smtplint::generate {
namespace {

constexpr std::size_t deepest = 3;
constexpr std::size_t most_steps = 6;
constexpr std::size_t most_text_steps = 2;

constexpr std::array<std::uint16_t, 6> ports = {25, 25, 25, 587, 465, 2525};
constexpr std::array<const char*, 5> hosts = {"smtp.sendgrid.net", "in-v3.mailjet.com",
                                              "mx1.fabrikam-mail.net", "10.20.0.5", "relay.hub.internal"};
constexpr std::array<const char*, 8> subscriptions = {
    "pay-as-you-go", "pay-as-you-go", "enterprise-agreement", "mca-enterprise",
    "csp",           "free-trial",    "enterprise-dev-test",  nullptr};

ChainPlan draw_chain(Random& random, const TableSizes& sizes, std::size_t depth) {
  ChainPlan chain;
  chain.origin = random.below(sizes.origins);
  chain.choice = static_cast<std::uint32_t>(random.next());
  chain.aside = random.once_in(4);
  chain.level = random.once_in(3) ? random.below(depth + 1) : 0;
  const std::size_t count = random.below(most_steps + 1);
  for (std::size_t i = 0; i < count; ++i) {
    chain.steps.push_back({random.below(sizes.steps), static_cast<std::uint32_t>(random.next())});
  }
  return chain;
}

void add_simpler_chains(const Plan& plan, ChainPlan Plan::*chain, std::vector<Plan>& simpler) {
  const ChainPlan& whole = plan.*chain;
  for (std::size_t i = 0; i < whole.steps.size(); ++i) {
    Plan shorter = plan;
    std::vector<StepPlan>& steps = (shorter.*chain).steps;
    steps.erase(steps.begin() + static_cast<std::ptrdiff_t>(i));
    simpler.push_back(std::move(shorter));
  }
  if (whole.origin != 0 || whole.choice != 0) {
    Plan plain = plan;
    (plain.*chain).origin = 0;
    (plain.*chain).choice = 0;
    simpler.push_back(std::move(plain));
  }
  if (whole.aside) {
    Plan inside = plan;
    (inside.*chain).aside = false;
    simpler.push_back(std::move(inside));
  }
  if (whole.level > 0) {
    Plan higher = plan;
    (higher.*chain).level = 0;
    simpler.push_back(std::move(higher));
  }
}

template <typename Change>
void add_with(const Plan& plan, std::vector<Plan>& simpler, Change change) {
  Plan other = plan;
  change(*other.document);
  simpler.push_back(std::move(other));
}

void add_simpler_documents(const Plan& plan, std::vector<Plan>& simpler) {
  const DocumentPlan& whole = *plan.document;
  for (std::size_t i = 0; i < whole.steps.size(); ++i) {
    add_with(plan, simpler,
             [i](DocumentPlan& one) { one.steps.erase(one.steps.begin() + static_cast<std::ptrdiff_t>(i)); });
  }
  if (!whole.host_inside) add_with(plan, simpler, [](DocumentPlan& one) { one.host_inside = true; });
  if (!whole.port_inside) add_with(plan, simpler, [](DocumentPlan& one) { one.port_inside = true; });
  if (whole.encoding.step != 0) add_with(plan, simpler, [](DocumentPlan& one) { one.encoding = {}; });
  if (whole.carriage != 0) add_with(plan, simpler, [](DocumentPlan& one) { one.carriage = 0; });
  if (whole.program != 0) add_with(plan, simpler, [](DocumentPlan& one) { one.program = 0; });
  if (whole.text != 0) add_with(plan, simpler, [](DocumentPlan& one) { one.text = 0; });
  if (whole.text_choice != 0) add_with(plan, simpler, [](DocumentPlan& one) { one.text_choice = 0; });
}

}  // namespace

Plan draw_plan(std::uint64_t seed, const TableSizes& sizes) {
  Random random(seed);
  Plan plan;
  plan.sender = random.below(sizes.senders);
  plan.naming = random.below(sizes.namings);
  plan.port = ports[random.below(ports.size())];
  plan.host = hosts[random.below(hosts.size())];
  if (const char* type = subscriptions[random.below(subscriptions.size())]) plan.subscription = type;
  plan.depth = random.below(deepest + 1);
  plan.instances = random.once_in(3);
  plan.port_chain = draw_chain(random, sizes, plan.depth);
  plan.host_chain = draw_chain(random, sizes, plan.depth);
  return plan;
}

Plan draw_document_plan(std::uint64_t seed, const TableSizes& sizes) {
  Plan plan = draw_plan(seed, sizes);
  Random random(~seed);
  const auto number = [&random] { return static_cast<std::uint32_t>(random.next() >> 32u); };
  DocumentPlan document;
  document.holder = random.below(sizes.holders);
  document.text = number();
  document.text_choice = number();
  document.program = number();
  document.carriage = random.below(sizes.carriages);
  document.carriage_choice = number();
  const std::size_t count = random.below(most_text_steps + 1);
  for (std::size_t i = 0; i < count; ++i) document.steps.push_back({random.below(sizes.steps), number()});
  document.encoding = {random.below(sizes.encodings), number()};
  document.host_inside = random.once_in(2);
  document.port_inside = random.once_in(2);
  plan.document = std::move(document);
  return plan;
}

Plan repairable(Plan plan, const TableSizes& sizes) {
  plan.sends = true;
  plan.naming = sizes.namings - 1;
  plan.port = 25;
  plan.host = "smtp.sendgrid.net";
  return plan;
}

std::vector<Plan> simpler_plans(const Plan& plan) {
  std::vector<Plan> simpler;
  add_simpler_chains(plan, &Plan::port_chain, simpler);
  add_simpler_chains(plan, &Plan::host_chain, simpler);
  if (plan.document) add_simpler_documents(plan, simpler);
  if (plan.depth > 0 && plan.port_chain.level < plan.depth && plan.host_chain.level < plan.depth) {
    simpler.push_back(plan);
    --simpler.back().depth;
  }
  if (plan.instances) {
    simpler.push_back(plan);
    simpler.back().instances = false;
  }
  return simpler;
}

}  // namespace smtplint::generate
