#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/file_system.h"
#include "base/result.h"
#include "diagnostic/report.h"
#include "engine/analyze.h"
#include "fix/edits.h"

namespace smtplint::engine {

/// The safe fixes of a report that can be made together: proved together too, each edit once. The report must
/// come from this request.
[[nodiscard]] fix::EditSet safe_edits(const Report& report, const Request& request, const FileSystem& files,
                                      const knowledge::Catalogue& catalogue);

/// The new bytes of every file that the edits change, by path, in the encoding that it has. Fails where a
/// file is no longer what was analysed.
[[nodiscard]] Result<std::map<std::string, std::string>> edited_files(const Report& report,
                                                                      const fix::EditSet& edits,
                                                                      const FileSystem& files);

/// The edits as a unified diff for `git apply`; `left_out` names the files for which there is none.
struct EditDiff {
  std::string text;
  std::vector<std::string> left_out;
};
[[nodiscard]] EditDiff diff_of(const Report& report, const fix::EditSet& edits);

}  // namespace smtplint::engine
