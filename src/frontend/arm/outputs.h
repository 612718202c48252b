#pragma once

#include <vector>

#include "frontend/arm/resources.h"
#include "resource/shapes.h"

namespace smtplint::arm {

/// What a template hands out, and what the deployments in it do.
[[nodiscard]] std::vector<Output> all_outputs(Evaluation& evaluation, Template& root);

}  // namespace smtplint::arm
