#pragma once

#include <string>

namespace smtplint::cli {

/// `X.Y.Z`
[[nodiscard]] std::string version();
/// What `--version` prints, without line end.
[[nodiscard]] std::string version_line();
/// The home of the rule pages; empty while there is none.
[[nodiscard]] std::string docs_url();

}  // namespace smtplint::cli
