#pragma once

#include <string_view>

#include "frontend/deployment/evaluation_state.h"

/// How a value is taken out of others: by a condition, by a key.
namespace smtplint::deployment {

/// Both values, each with what it hangs on, since the condition is not decided. `operation`: as what the
/// choice is refused where the condition may be no boolean.
[[nodiscard]] Value either(EvaluationState& state, Value condition, Value yes, Value no,
                           std::string_view operation, Place place);

/// How something is taken out of a container.
struct Access {
  Place place;
  std::string_view written;  ///< what the container is called
  bool safe = false;         ///< null stands for what is not there: `?.`
};

/// A member of an object, an item of an array, or what a symbol has by that name.
[[nodiscard]] Value element(EvaluationState& state, Value container, Value key, const Access& access);

}  // namespace smtplint::deployment
