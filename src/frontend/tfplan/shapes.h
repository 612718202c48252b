#pragma once

#include "frontend/tfplan/plan_file.h"
#include "resource/shapes.h"
#include "value/store.h"

namespace smtplint::tfplan {

/// What exists once the plan is applied. The plan and the store must outlive the shapes.
[[nodiscard]] Shapes shapes_of(const PlanFile& plan, ValueStore& store, const JsonReader& read_json);

}  // namespace smtplint::tfplan
