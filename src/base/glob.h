#pragma once

#include <string_view>

namespace smtplint {

/// Whether a name fits a pattern in which `*` stands for any text, also none; without case.
[[nodiscard]] bool fits_glob(std::string_view name, std::string_view pattern);

}  // namespace smtplint
