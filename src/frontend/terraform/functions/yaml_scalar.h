#pragma once

#include <string_view>

#include "frontend/yaml_values.h"

namespace smtplint::terraform::functions {

/// What a plain scalar means to Terraform (YAML 1.1 words, YAML 1.2 numbers).
[[nodiscard]] YamlScalar resolve_yaml(std::string_view plain);

}  // namespace smtplint::terraform::functions
