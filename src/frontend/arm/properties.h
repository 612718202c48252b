#pragma once

#include <memory>

#include "frontend/arm/resources.h"
#include "resource/resource.h"

namespace smtplint::arm {

/// The properties of a resource of a template, evaluated when they are asked for; its name and parent are
/// those that were found for it, however the template spells them.
[[nodiscard]] std::shared_ptr<const Properties> properties_of(Evaluation& evaluation, const json::Node& node,
                                                              Frame frame, Value name, Value parent);

}  // namespace smtplint::arm
