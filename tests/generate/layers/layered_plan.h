#pragma once

#include <string>
#include <vector>

#include "generate/plan.h"

namespace smtplint::generate {

/// Which layers set host and port, and to what. The plan inside says what comes of it, and how the values of
/// the environment reach it.
struct LayeredPlan {
  Plan plan;
  std::size_t stack = 0;
  std::vector<std::string> hosts, ports;  ///< by layer, the environment last; empty: it says nothing
};

[[nodiscard]] LayeredPlan draw_layered_plan(std::uint64_t seed, const TableSizes& sizes);
/// Every plan in which one layer says less, or one part of the way is gone.
[[nodiscard]] std::vector<LayeredPlan> simpler_plans(const LayeredPlan& plan);

/// The highest layer that says something.
[[nodiscard]] std::size_t effective(const std::vector<std::string>& layers);

}  // namespace smtplint::generate
