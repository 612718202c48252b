#pragma once

#include <cstdint>
#include <vector>

#include "base/source.h"
#include "base/span.h"

namespace smtplint::engine {

/// The line that a comment is about: its own, or, where nothing else stands on its lines, the next one that
/// is more than such a comment.
[[nodiscard]] std::uint32_t line_of_comment(const Source& source, Span comment,
                                            const std::vector<Span>& comments);

}  // namespace smtplint::engine
