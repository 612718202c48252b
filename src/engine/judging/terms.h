#pragma once

#include <string>
#include <vector>

#include "engine/analyze.h"
#include "engine/configuration/configuration.h"
#include "knowledge/catalogue.h"
#include "lowering/mail/host_class.h"

namespace smtplint::engine {

/// What deployments under one configuration are judged by, where the command line has had its say. Not
/// copied, since `checks` points into `adjusted`.
struct Terms {
  const Configuration* configuration = nullptr;
  const knowledge::Edition* edition = nullptr;
  std::vector<const knowledge::Check*> checks;  ///< those that are enabled, by id
  std::vector<knowledge::Check> adjusted;       ///< those of them whose level is configured
  lowering::OwnNames own;
  std::string today;  ///< by which suppressions expire

  Terms() = default;
  Terms(Terms&&) = default;
  Terms& operator=(Terms&&) = default;

  [[nodiscard]] bool enables(const std::string& rule) const;
};

/// The request must be checked already. The configuration and the catalogue must outlive the result.
[[nodiscard]] Terms terms_of(const Request& request, const Configuration& configuration,
                             const knowledge::Catalogue& catalogue);

}  // namespace smtplint::engine
