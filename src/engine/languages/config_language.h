#pragma once

#include <memory>

#include "engine/languages/language.h"

namespace smtplint::engine {

/// Configuration files of applications. A root is one file with the profiles that are laid over it.
[[nodiscard]] std::unique_ptr<Language> open_config(LanguageInput input);

}  // namespace smtplint::engine
