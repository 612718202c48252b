#include <algorithm>
#include <array>

#include "engine/languages/arm_language.h"
#include "engine/languages/bicep_language.h"
#include "engine/languages/config_language.h"
#include "engine/languages/language.h"
#include "engine/languages/plan_language.h"
#include "engine/languages/terraform_language.h"
#include "frontend/arm/arm.h"
#include "frontend/bicep/bicep.h"
#include "frontend/config/config.h"
#include "frontend/terraform/terraform.h"
#include "frontend/tfplan/tfplan.h"

namespace smtplint::engine {
namespace {

constexpr std::array rows = {
    LanguageRow{"terraform", terraform::file_names, open_terraform, terraform_comments, "#"},
    LanguageRow{.name = "terraform-plan",
                .file_names = tfplan::file_names,
                .open = open_plans,
                .named_by = NamedBy::content,
                .planned_from = "terraform"},
    LanguageRow{"bicep", bicep::file_names, open_bicep, bicep_comments, "//"},
    LanguageRow{"arm", arm::file_names, open_arm, arm_comments, "//", NamedBy::content},
    // The last one: what runs it is known when all infrastructure is.
    LanguageRow{.name = "config",
                .file_names = config::file_names,
                .open = open_config,
                .named_by = NamedBy::content,
                .runs_anywhere = true},
};

}  // namespace

std::span<const LanguageRow> languages() { return rows; }

bool is_claimed_by(const LanguageRow& row, std::string_view path) {
  if (!row.may_claim(path)) return false;
  return row.named_by == NamedBy::name || std::ranges::none_of(rows, [path](const LanguageRow& other) {
           return other.named_by == NamedBy::name && other.may_claim(path);
         });
}

}  // namespace smtplint::engine
