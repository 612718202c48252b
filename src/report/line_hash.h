#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace smtplint::report {

/// `primaryLocationLineHash` of every line, as GitHub computes it when results are uploaded: a rolling hash
/// over the 100 UTF-16 units from the line's first, without spaces and tabs, and a running number for equal
/// ones. `text` is the whole file, with its BOM if it has one.
[[nodiscard]] std::vector<std::string> line_hashes(std::string_view text);

}  // namespace smtplint::report
