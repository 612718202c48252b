#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace smtplint {

/// Whether a name fits one of some patterns (`base/glob.h`); case does not count.
[[nodiscard]] bool fits_any(std::string_view name, const std::vector<std::string>& patterns);

}  // namespace smtplint
