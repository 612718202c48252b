#pragma once

#include <string>
#include <string_view>

namespace smtplint::oracle {

/// What shows that a compiled template was not made of the present source: names of parameters and outputs,
/// which the compiler takes over one for one, or types and versions of resources that the other one lacks.
/// Empty where nothing does.
[[nodiscard]] std::string contradiction(std::string_view bicep, std::string_view json);

}  // namespace smtplint::oracle
