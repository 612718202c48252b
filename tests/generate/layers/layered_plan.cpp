#include "generate/layers/layered_plan.h"

#include <algorithm>
#include <array>

#include "generate/layers/compositions.h"
#include "generate/layers/stacks.h"
#include "generate/random.h"

namespace smtplint::generate {
namespace {

constexpr std::array<const char*, 3> ports = {"25", "587", "2525"};
constexpr std::array<const char*, 3> hosts = {"smtp.sendgrid.net", "in-v3.mailjet.com", "relay.hub.internal"};

/// Each layer has a value of its own, or none; at least one has.
std::vector<std::string> draw_layers(Random& random, std::size_t layers, std::span<const char* const> values,
                                     bool environment) {
  std::vector<std::string> drawn(layers + 1);
  const std::size_t first = random.below(values.size());
  const std::size_t said = random.below(environment ? layers + 1 : layers);
  for (std::size_t i = 0; i <= layers; ++i) {
    const bool may = i < layers || environment;
    const bool says = random.once_in(2) || i == said;
    if (may && says) drawn[i] = values[(first + i) % values.size()];
  }
  return drawn;
}

void settle(LayeredPlan& plan) {
  plan.plan.host = plan.hosts[effective(plan.hosts)];
  plan.plan.port = static_cast<std::uint16_t>(std::stoul(plan.ports[effective(plan.ports)]));
}

void add_without_layer(const LayeredPlan& plan, std::vector<std::string> LayeredPlan::*ends,
                       std::vector<LayeredPlan>& simpler) {
  const auto said = std::ranges::count_if(plan.*ends, [](const std::string& one) { return !one.empty(); });
  for (std::size_t i = 0; said > 1 && i < (plan.*ends).size(); ++i) {
    if ((plan.*ends)[i].empty()) continue;
    LayeredPlan less = plan;
    (less.*ends)[i].clear();
    settle(less);
    simpler.push_back(std::move(less));
  }
}

}  // namespace

std::size_t effective(const std::vector<std::string>& layers) {
  const auto highest =
      std::find_if(layers.rbegin(), layers.rend(), [](const auto& one) { return !one.empty(); });
  return static_cast<std::size_t>(layers.rend() - highest) - 1;
}

LayeredPlan draw_layered_plan(std::uint64_t seed, const TableSizes& sizes) {
  LayeredPlan layered;
  layered.plan = draw_plan(seed, sizes);
  layered.plan.instances = false;
  Random random(seed * 2 + 1);
  layered.stack = random.below(stacks().size());
  const Stack& stack = stacks()[layered.stack];
  const bool environment = !stack.environment.port.empty();
  layered.hosts = draw_layers(random, stack.layers.size(), hosts, environment);
  layered.ports = draw_layers(random, stack.layers.size(), ports, environment);
  settle(layered);
  return layered;
}

LayeredPlan draw_composed_plan(std::uint64_t seed, const TableSizes& sizes) {
  LayeredPlan layered;
  layered.plan = draw_plan(seed, sizes);
  layered.plan.instances = false;
  layered.composed = true;
  Random random(seed * 2 + 1);
  layered.stack = random.below(compositions().size());
  const std::size_t layers = compositions()[layered.stack].layers;
  layered.hosts = draw_layers(random, layers, hosts, false);
  layered.ports = draw_layers(random, layers, ports, false);
  settle(layered);
  return layered;
}

std::vector<LayeredPlan> simpler_plans(const LayeredPlan& plan) {
  std::vector<LayeredPlan> simpler;
  add_without_layer(plan, &LayeredPlan::hosts, simpler);
  add_without_layer(plan, &LayeredPlan::ports, simpler);
  for (Plan& one : simpler_plans(plan.plan)) {
    simpler.push_back(plan);
    simpler.back().plan = std::move(one);
  }
  return simpler;
}

}  // namespace smtplint::generate
