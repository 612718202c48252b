#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/source.h"
#include "diagnostic/report.h"
#include "knowledge/catalogue.h"

namespace smtplint::engine {

/// The edit that suppresses findings of a rule on the line where a place begins: a comment on a line of its
/// own above. Nothing for formats without comments, and where a comment would become part of a text.
[[nodiscard]] std::optional<Edit> suppression_edit(const SourceStore& sources, Place place,
                                                   std::string_view rule, std::string_view reason,
                                                   const knowledge::Catalogue& catalogue);

}  // namespace smtplint::engine
