#pragma once

#include <iosfwd>

#include "report/reporter.h"

/// The formats that `reporters()` lists; each is written in the file of its name.
namespace smtplint::report {

void write_text(std::ostream& out, const Report& report, const Options& options);
void write_concise(std::ostream& out, const Report& report, const Options& options);
void write_json(std::ostream& out, const Report& report, const Options& options);
void write_sarif(std::ostream& out, const Report& report, const Options& options);
void write_github(std::ostream& out, const Report& report, const Options& options);
void write_markdown(std::ostream& out, const Report& report, const Options& options);
void write_inventory(std::ostream& out, const Report& report, const Options& options);

}  // namespace smtplint::report
