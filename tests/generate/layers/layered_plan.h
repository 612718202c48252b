#pragma once

#include <string>
#include <vector>

#include "generate/plan.h"

namespace smtplint::generate {

/// Which layers set host and port, and to what. The plan inside says what comes of it, and how the values of
/// the environment reach it.
struct LayeredPlan {
  Plan plan;
  bool composed = false;  ///< of files that name each other
  std::size_t stack = 0;  ///< row of the stacks or compositions
  std::vector<std::string> hosts,
      ports;  ///< by layer, the environment of a stack last; empty: it says nothing
};

[[nodiscard]] LayeredPlan draw_layered_plan(std::uint64_t seed, const TableSizes& sizes);
[[nodiscard]] LayeredPlan draw_composed_plan(std::uint64_t seed, const TableSizes& sizes);
/// Every plan in which one layer says less, or one part of the way is gone.
[[nodiscard]] std::vector<LayeredPlan> simpler_plans(const LayeredPlan& plan);

/// The highest layer that says something.
[[nodiscard]] std::size_t effective(const std::vector<std::string>& layers);

}  // namespace smtplint::generate
