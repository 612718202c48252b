#pragma once

#include <string>

#include "diagnostic/report.h"

namespace smtplint::cli {

/// Adds the report of another workspace. `prefix` is the path of that workspace from the first one's root, as
/// it will stand before its paths.
void add_report(Report& first, const Report& other, const std::string& prefix);

}  // namespace smtplint::cli
