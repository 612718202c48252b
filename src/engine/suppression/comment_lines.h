#pragma once

#include <cstdint>
#include <vector>

#include "base/source.h"
#include "base/span.h"

namespace smtplint::engine {

/// For each comment of a file the line that it is about: its own, or, where nothing else stands on its lines,
/// the next one that is more than such a comment.
[[nodiscard]] std::vector<std::uint32_t> lines_of_comments(const Source& source,
                                                           const std::vector<Span>& comments);

}  // namespace smtplint::engine
