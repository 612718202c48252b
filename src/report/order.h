#pragma once

#include <vector>

#include "diagnostic/report.h"

/// The order of reports: path, line, column, rule, sender address, host, message. What has no place
/// comes last.
namespace smtplint::report {

[[nodiscard]] std::vector<const Finding*> ordered_findings(const Report& report);
[[nodiscard]] std::vector<const SenderRow*> ordered_senders(const Report& report);
[[nodiscard]] std::vector<const AnalysedFile*> ordered_analysed(const Report& report);
[[nodiscard]] std::vector<const SkippedFile*> ordered_not_analysed(const Report& report);

}  // namespace smtplint::report
