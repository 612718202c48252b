#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/source.h"
#include "diagnostic/report.h"

namespace smtplint::fix {

/// The edits of one file as a unified diff for `git apply`, with paths from the workspace. Lines that hold
/// one of the `secrets` are never context. Nothing where that, or an encoding that git takes for binary,
/// leaves no diff that could be applied.
[[nodiscard]] std::optional<std::string> unified_diff(const Source& source, std::span<const Edit> edits,
                                                      std::span<const Span> secrets);

}  // namespace smtplint::fix
