#include <array>

#include "engine/language.h"
#include "engine/plan_language.h"
#include "engine/terraform_language.h"
#include "frontend/terraform/terraform.h"
#include "frontend/tfplan/tfplan.h"

namespace smtplint::engine {
namespace {

constexpr std::array rows = {
    LanguageRow{"terraform", terraform::claims, open_terraform},
    LanguageRow{"terraform-plan", tfplan::claims, open_plans, NamedBy::content, "terraform"},
};

}  // namespace

std::span<const LanguageRow> languages() { return rows; }

}  // namespace smtplint::engine
