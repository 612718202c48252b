#pragma once

#include <string>
#include <unordered_map>

#include "frontend/arm/template.h"

namespace smtplint::arm {

/// The values of a parameter file over those that are there. They are values as they stand, not expressions;
/// what a vault holds is a secret.
void read_parameter_file(Deployment& deployment, const std::string& path,
                         std::unordered_map<std::string, Value>& arguments);

}  // namespace smtplint::arm
