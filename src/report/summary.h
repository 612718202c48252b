#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "diagnostic/report.h"
#include "report/reporter.h"

namespace smtplint::report {

/// `1 file`, `2 files`
[[nodiscard]] std::string counted(std::size_t count, std::string_view noun);
/// `1 error, 2 warnings, 0 notes; 3 files analysed, 1 not analysed`, counted as people see findings.
[[nodiscard]] std::string summary(const Report& report);

/// Names the files that were not analysed, with reasons, and counts those beyond the first few.
[[nodiscard]] std::vector<std::string> skipped_lines(const Report& report, const Options& options);

}  // namespace smtplint::report
