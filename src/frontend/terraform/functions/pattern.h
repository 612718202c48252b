#pragma once

#include <string_view>

#include "frontend/terraform/functions/call.h"

namespace smtplint::terraform::functions {

/// `replace` where what is searched stands between slashes. The first argument's text must be known through
/// and through, else the result is unknown.
[[nodiscard]] Value replace_pattern(Call& call, std::string_view pattern);

}  // namespace smtplint::terraform::functions
