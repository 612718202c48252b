#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace smtplint {

/// Whether a name fits one of some patterns (`base/glob.h`); case does not count.
[[nodiscard]] bool fits_any(std::string_view name, const std::vector<std::string>& patterns);
/// Whether the name of any folder on the way to a file does.
[[nodiscard]] bool is_below_any(std::string_view path, const std::vector<std::string>& patterns);

}  // namespace smtplint
