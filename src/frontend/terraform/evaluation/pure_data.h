#pragma once

#include <optional>
#include <string_view>

#include "frontend/terraform/deployment.h"
#include "value/value.h"

namespace smtplint::terraform {

class Evaluator;
class Modules;

/// What the language's own providers compute from nothing but their arguments:
/// `data.template_file.x.rendered`, cloud-init configurations, local files. Nothing for any other attribute.
[[nodiscard]] std::optional<Value> pure_attribute(Evaluator& evaluator, Modules& modules,
                                                  Deployment& deployment, Instance& instance,
                                                  std::string_view name);

}  // namespace smtplint::terraform
