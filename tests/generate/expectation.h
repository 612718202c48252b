#pragma once

#include <optional>
#include <string>

#include "diagnostic/vocabulary.h"
#include "generate/plan.h"
#include "generate/project.h"

namespace smtplint::generate {

/// What an analysis must say of a plan's sender, worked out from the plan alone.
struct Expectation {
  Verdict verdict = Verdict::unknown;
  std::string rule;  ///< of the one finding about the port or the subscription; empty: there is none
  Severity severity = Severity::error;
  bool marks_host = false;  ///< the finding marks the host's literal, not the port's
};

[[nodiscard]] Expectation expect(const Plan& plan, const Project& project);

}  // namespace smtplint::generate
