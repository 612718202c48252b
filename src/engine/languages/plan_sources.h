#pragma once

#include "engine/languages/plan_values.h"
#include "resource/shapes.h"
#include "value/store.h"

namespace smtplint::engine {

/// Where the resources of a plan are said to stand; their values stand in the code either way.
enum class PlanPlaces { in_code, in_plan };

/// The resources of a plan with the places of the code that it was planned from. What nobody asks for is not
/// compared. `values` and the store must outlive the result.
[[nodiscard]] Shapes with_sources(Shapes planned, Shapes written, PlanPlaces places, PlanValues& values);

}  // namespace smtplint::engine
