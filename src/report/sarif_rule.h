#pragma once

#include <nlohmann/json_fwd.hpp>

#include "diagnostic/report.h"
#include "report/reporter.h"

namespace smtplint::report {

/// SARIF `reportingDescriptor` of a rule.
[[nodiscard]] nlohmann::ordered_json sarif_rule(const RuleInfo& rule, const Options& options);
/// SARIF `level`: none, note, warning, error.
[[nodiscard]] std::string_view sarif_level(Severity severity);

}  // namespace smtplint::report
