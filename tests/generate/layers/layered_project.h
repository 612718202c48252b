#pragma once

#include <string>

#include "generate/expectation.h"
#include "generate/language.h"
#include "generate/layers/layered_plan.h"

namespace smtplint::generate {

/// An app with its program's files beside it, and what says that it runs them.
[[nodiscard]] Project write(const Language& language, const LayeredPlan& plan);
[[nodiscard]] Expectation expect(const LayeredPlan& plan, const Project& project);
[[nodiscard]] std::string describe(const Language& language, const LayeredPlan& plan);

}  // namespace smtplint::generate
