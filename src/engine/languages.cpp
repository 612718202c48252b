#include <array>

#include "engine/language.h"
#include "engine/terraform_language.h"
#include "frontend/terraform/terraform.h"

namespace smtplint::engine {
namespace {

constexpr std::array rows = {
    LanguageRow{"terraform", terraform::claims, open_terraform, terraform_comments, "#"},
};

}  // namespace

std::span<const LanguageRow> languages() { return rows; }

}  // namespace smtplint::engine
