#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "syntax/json/tree.h"
#include "value/store.h"

namespace smtplint::deployment {

/// What a parameter file in JSON gives to a parameter.
struct GivenParameter {
  std::string_view name;  ///< as it is written
  Value value;
};

/// The values of a parameter file: as they stand, they are no expressions. What a vault holds is a secret.
/// `called_with` stands before the names where a user is told of them. Nothing where the document has no
/// object of parameters.
[[nodiscard]] std::optional<std::vector<GivenParameter>> parameters_in(ValueStore& store,
                                                                       const json::Node* document,
                                                                       SourceId source,
                                                                       std::string_view called_with);

}  // namespace smtplint::deployment
