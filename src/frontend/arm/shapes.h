#pragma once

#include "frontend/arm/resources.h"

namespace smtplint::arm {

/// All that a template, and those that it uses, declare and hand out, with what evaluation meets. The root
/// lives in the evaluation, and this as long as the shapes.
[[nodiscard]] Shapes shapes_of(Evaluation& evaluation, Template& root);

}  // namespace smtplint::arm
