#pragma once

#include <cstdint>
#include <string_view>

#include "base/span.h"

namespace smtplint {

/// Why a value is not known. The sentences that people read stand in `rules/platform/reasons.yaml`.
enum class ReasonKind : std::uint8_t {
  no_value,              ///< a variable or parameter without value
  secret,                ///< from a secret store or marked as secret
  data_source,           ///< read from the cloud when it is deployed
  runtime_only,          ///< made when it is deployed (`reference()`, a computed attribute)
  remote_module,         ///< inside a module whose source is not on disk
  missing_file,          ///< a file that is named and not there
  unsupported_function,  ///< a function that cannot run offline
  evaluation_error,      ///< the language refuses the expression
  limit,                 ///< cut off by a budget
  conflict,              ///< sources that contradict each other
};

/// Lives in the value store's arena. `name` says what is not known (`var.smtp_port`, a file, a
/// function), as the user would write it.
struct Reason {
  ReasonKind kind = ReasonKind::no_value;
  std::string_view name;
  Place place;
};

/// As `rules/platform/reasons.yaml` spells it: `no-value`.
[[nodiscard]] std::string_view to_string(ReasonKind kind);

}  // namespace smtplint
