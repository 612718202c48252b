#pragma once

#include <memory>

#include "engine/languages/language.h"

namespace smtplint::engine {

[[nodiscard]] std::unique_ptr<Language> open_arm(LanguageInput input);
[[nodiscard]] std::vector<Span> arm_comments(const Source& source, const syntax::ParseLimits& limits);

}  // namespace smtplint::engine
