#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/source.h"
#include "diagnostic/report.h"

/// Edits of sources, as text. Nothing is written here.
namespace smtplint::fix {

/// Edits that can be made together: sorted, not overlapping, each once.
struct EditSet {
  std::map<SourceId, std::vector<Edit>> by_file;
  std::size_t refused = 0;  ///< fixes left out as a whole, since an earlier one edits the same text otherwise
};

[[nodiscard]] EditSet joined(std::span<const Fix* const> fixes);

/// The text with the edits made, which are sorted and do not overlap.
[[nodiscard]] std::string edited(std::string_view text, std::span<const Edit> edits);

}  // namespace smtplint::fix
