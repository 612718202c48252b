#pragma once

#include <memory>

#include "engine/language.h"
#include "frontend/arm/arm.h"

namespace smtplint::engine {

[[nodiscard]] std::unique_ptr<Language> open_arm(LanguageInput input);
[[nodiscard]] arm::Limits arm_limits(const knowledge::Limits& limits);
[[nodiscard]] std::vector<Span> arm_comments(const Source& source);

}  // namespace smtplint::engine
