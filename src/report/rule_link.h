#pragma once

#include <string>

#include "diagnostic/report.h"
#include "report/reporter.h"

namespace smtplint::report {

/// Where to read about a rule: its page, while there is none its first source on the web; else empty.
[[nodiscard]] std::string rule_link(const RuleInfo& rule, const Options& options);

}  // namespace smtplint::report
