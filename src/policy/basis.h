#pragma once

#include <string>
#include <vector>

#include "knowledge/catalogue.h"

namespace smtplint::policy {

/// What verdicts rest on. Both must outlive whatever is made with it.
struct Basis {
  const knowledge::Catalogue& catalogue;
  const knowledge::Edition& edition;  ///< of that catalogue
};

/// The names of subscription types, in the order given.
[[nodiscard]] std::string type_names(const knowledge::SubscriptionTable& table,
                                     const std::vector<std::string>& types, std::string_view last_joint);

}  // namespace smtplint::policy
