#pragma once

#include <optional>
#include <string_view>

#include "base/result.h"
#include "cli/options.h"
#include "diagnostic/report.h"
#include "report/reporter.h"

namespace smtplint::cli {

/// Writes all formats of one analysis: the files first, so that a file that cannot be written leaves stdout
/// empty. Colours are for stdout alone.
[[nodiscard]] std::optional<Error> write_outputs(const Report& report, const std::vector<Output>& outputs,
                                                 const report::Options& options);

[[nodiscard]] std::optional<Error> write_stdout(std::string_view text);
void write_stderr_line(std::string_view line);

}  // namespace smtplint::cli
