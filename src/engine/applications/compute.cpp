#include "engine/applications/compute.h"

#include <algorithm>

namespace smtplint::engine {
namespace {

std::string known_text(Value value) {
  if (!value.is(ValueType::string) || value.text().has_holes()) return {};
  return std::string(value.text().chars);
}

std::string profile_of(const lowering::Lowered& lowered, std::size_t workload,
                       const std::vector<std::string>& variables) {
  for (const lowering::SettingsBlock& block : lowered.settings) {
    if (!block.workload.valid() || block.workload.index() != workload) continue;
    for (const Setting& setting : block.settings.values) {
      const std::string text = known_text(setting.value);
      if (!text.empty() && std::ranges::find(variables, setting.path) != variables.end()) return text;
    }
  }
  return {};
}

}  // namespace

std::vector<Compute> compute_of(const lowering::Lowered& lowered, const knowledge::Catalogue& catalogue) {
  std::vector<Compute> all;
  for (std::size_t i = 0; i < lowered.model.workloads.size(); ++i) {
    const model::Workload& workload = lowered.model.workloads[i];
    Compute& compute = all.emplace_back();
    compute.address = workload.address;
    compute.place = workload.place;
    if (!workload.perhaps_elsewhere) compute.kind = workload.kind;
    compute.name = known_text(workload.name);
    compute.service = known_text(workload.service_name);
    for (const Value image : workload.images) {
      if (image.is(ValueType::string)) compute.images.emplace_back(image.text().chars);
    }
    compute.profile = profile_of(lowered, i, catalogue.application_links().profile_variables());
  }
  return all;
}

}  // namespace smtplint::engine
