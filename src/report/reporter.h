#pragma once

#include <iosfwd>
#include <span>
#include <string>
#include <string_view>

#include "diagnostic/report.h"

namespace smtplint::report {

struct Options {
  bool colour = false;
  std::string folder;     ///< the current folder, from the workspace: paths are written from here
  std::string workspace;  ///< the workspace, from the current folder, where that lies outside it; else empty
  std::string docs_url;   ///< home of the rule pages; empty: link to a rule's first source
  std::string information_url;  ///< where to read about the subject; empty: no link
};

/// One output format: one file, one row in `reporters()`.
struct Reporter {
  std::string_view name;
  void (*write)(std::ostream& out, const Report& report, const Options& options);
};

[[nodiscard]] std::span<const Reporter> reporters();
[[nodiscard]] const Reporter* reporter_named(std::string_view name);

}  // namespace smtplint::report
