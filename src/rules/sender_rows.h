#pragma once

#include <vector>

#include "rules/context.h"

namespace smtplint::rules {

/// One row for each mailer, fine ones too. Where its possible values differ, the field is empty and `unknown`
/// lists them.
[[nodiscard]] std::vector<PlacedRow> sender_rows(const Context& context);

}  // namespace smtplint::rules
