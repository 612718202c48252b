#pragma once

#include "frontend/tfplan/plan_file.h"
#include "resource/shapes.h"
#include "value/store.h"

namespace smtplint::tfplan {

/// What exists once the plan is applied, added to what has been met so far. The plan and the store must
/// outlive the shapes.
[[nodiscard]] Shapes shapes_of(const PlanFile& plan, Shapes met, ValueStore& store,
                               const JsonReader& read_json);

}  // namespace smtplint::tfplan
