#include <array>

#include "engine/config_language.h"
#include "engine/language.h"
#include "engine/terraform_language.h"
#include "frontend/config/config.h"
#include "frontend/terraform/terraform.h"

namespace smtplint::engine {
namespace {

constexpr std::array rows = {
    LanguageRow{"terraform", terraform::claims, open_terraform},
    LanguageRow{"config", config::claims, open_config, NamedBy::content, true},
};

}  // namespace

std::span<const LanguageRow> languages() { return rows; }

}  // namespace smtplint::engine
