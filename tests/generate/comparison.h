#pragma once

#include <string>

#include "diagnostic/report.h"
#include "generate/expectation.h"

namespace smtplint::generate {

/// The first thing in which a report differs from what is known of the plan; empty where it agrees.
[[nodiscard]] std::string compare(const Report& report, const Project& project, const Expectation& expected,
                                  const Plan& plan);

}  // namespace smtplint::generate
