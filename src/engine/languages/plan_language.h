#pragma once

#include <memory>

#include "engine/languages/language.h"

namespace smtplint::engine {

[[nodiscard]] std::unique_ptr<Language> open_plans(LanguageInput input);

}  // namespace smtplint::engine
