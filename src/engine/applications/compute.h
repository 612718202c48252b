#pragma once

#include <string>
#include <vector>

#include "base/span.h"
#include "diagnostic/vocabulary.h"
#include "knowledge/catalogue.h"
#include "lowering/lowering.h"

namespace smtplint::engine {

/// Compute of one deployment, as far as it matters to which programs it runs.
struct Compute {
  std::string address;
  Place place;
  WorkloadKind kind = WorkloadKind::unknown;
  std::string name;                 ///< empty where it is not known; so are the others
  std::string service;              ///< of the Azure Developer CLI
  std::vector<std::string> images;  ///< parts that are not known are `hole_text`
  std::string profile;              ///< that its settings choose
};

[[nodiscard]] std::vector<Compute> compute_of(const lowering::Lowered& lowered,
                                              const knowledge::Catalogue& catalogue);

}  // namespace smtplint::engine
