#pragma once

#include <string>
#include <string_view>

#include "base/line_index.h"
#include "diagnostic/report.h"
#include "report/reporter.h"

namespace smtplint::report {

/// A place in the words of an output. `end` is exclusive; columns count what was asked for.
struct Range {
  std::string_view path;  ///< from the workspace
  Position begin;
  Position end;
};

/// `place` must be known.
[[nodiscard]] Range range_of(const Report& report, Place place, ColumnUnit unit);

/// A path of the workspace as the user writes it from the current folder.
[[nodiscard]] std::string display_path(std::string_view path, const Options& options);

/// `path:line:column`, for people.
[[nodiscard]] std::string display_place(const Report& report, Place place, const Options& options);

}  // namespace smtplint::report
