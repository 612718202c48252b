#pragma once

#include <string>

#include "base/result.h"
#include "knowledge/catalogue.h"

/// Sections of the coverage page.
namespace smtplint::docs {

/// An error where the page and the languages of the program do not fit.
[[nodiscard]] Result<std::string> files_section(const knowledge::Catalogue& catalogue);
[[nodiscard]] std::string subscriptions_section(const knowledge::Catalogue& catalogue);
[[nodiscard]] std::string kinds_section(const knowledge::Catalogue& catalogue);
[[nodiscard]] std::string resources_section(const knowledge::Catalogue& catalogue);
[[nodiscard]] std::string frameworks_section(const knowledge::Catalogue& catalogue);
[[nodiscard]] std::string mail_servers_section(const knowledge::Catalogue& catalogue);
[[nodiscard]] std::string providers_section(const knowledge::Catalogue& catalogue);
[[nodiscard]] std::string functions_section(const knowledge::Catalogue& catalogue);
[[nodiscard]] std::string limits_section(const knowledge::Limits& limits);

}  // namespace smtplint::docs
