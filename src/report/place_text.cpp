#include "report/place_text.h"

#include "base/assert.h"
#include "base/path.h"
#include "report/display.h"

namespace smtplint::report {
Range range_of(const Report& report, Place place, ColumnUnit unit) {
  SMTPLINT_ASSERT(place.known() && report.sources != nullptr);
  const Source& source = report.sources->get(place.source);
  return {source.path(), source.lines().position(place.span.begin, unit),
          source.lines().position(place.span.end, unit)};
}

std::string display_path(std::string_view path, const Options& options) {
  if (options.workspace.empty()) return relative_path(path, options.folder);
  return options.workspace + "/" + std::string(path);
}

std::string display_place(const Report& report, Place place, const Options& options) {
  const Range range = range_of(report, place, ColumnUnit::unicode_scalar);
  std::string path = one_line(display_path(range.path, options));
  if (path.starts_with("::") || path.starts_with("##[")) path.insert(0, "./");  // no command of a workflow
  return path + ":" + std::to_string(range.begin.line) + ":" + std::to_string(range.begin.column);
}

}  // namespace smtplint::report
