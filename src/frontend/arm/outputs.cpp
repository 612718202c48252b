#include "frontend/arm/outputs.h"

#include <map>
#include <string>

namespace smtplint::arm {
namespace {

/// Deployments are at most so deep in each other as the limit for their depth allows.
void add_outputs(Evaluation& evaluation, Template& used, bool of_root, std::vector<Output>& outputs) {
  const std::string prefix = of_root ? "output" : used.address + ".outputs";
  const Value all = evaluation.evaluator.outputs(used);
  if (all.is_mapping()) {
    for (const Entry& entry : all.entries())
      outputs.push_back({prefix + "." + std::string(entry.key), entry.value, of_root});
  }
  const std::map<std::string, Template*> nested(used.deployments.begin(), used.deployments.end());
  for (const auto& [address, inner] : nested) add_outputs(evaluation, *inner, false, outputs);
}

}  // namespace

std::vector<Output> all_outputs(Evaluation& evaluation, Template& root) {
  std::vector<Output> outputs;
  add_outputs(evaluation, root, true, outputs);
  return outputs;
}

}  // namespace smtplint::arm
