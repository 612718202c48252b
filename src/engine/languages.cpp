#include <array>

#include "engine/arm_language.h"
#include "engine/config_language.h"
#include "engine/language.h"
#include "engine/plan_language.h"
#include "engine/terraform_language.h"
#include "frontend/arm/arm.h"
#include "frontend/config/config.h"
#include "frontend/terraform/terraform.h"
#include "frontend/tfplan/tfplan.h"

namespace smtplint::engine {
namespace {

constexpr std::array rows = {
    LanguageRow{"terraform", terraform::claims, open_terraform, terraform_comments, "#"},
    LanguageRow{.name = "terraform-plan",
                .claims = tfplan::claims,
                .open = open_plans,
                .named_by = NamedBy::content,
                .planned_from = "terraform"},
    LanguageRow{"arm", arm::claims, open_arm, arm_comments, "//", NamedBy::content},
    // The last one: what runs it is known when all infrastructure is.
    LanguageRow{.name = "config",
                .claims = config::claims,
                .open = open_config,
                .named_by = NamedBy::content,
                .runs_anywhere = true},
};

}  // namespace

std::span<const LanguageRow> languages() { return rows; }

}  // namespace smtplint::engine
