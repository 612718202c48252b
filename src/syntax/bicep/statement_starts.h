#pragma once

#include <string_view>
#include <vector>

#include "base/span.h"

namespace smtplint::bicep {

/// A text cut into its statements, as far as that can be told without parsing it: a line without indent that
/// begins with a word that only statements begin with, or the decorators ahead of it. Brackets are not
/// counted, since it is they that may be wrong.
[[nodiscard]] std::vector<Span> statement_spans(std::string_view text);

}  // namespace smtplint::bicep
