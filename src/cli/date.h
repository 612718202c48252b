#pragma once

#include <string_view>

namespace smtplint::cli {

/// True for a day of the calendar written as `YYYY-MM-DD`.
[[nodiscard]] bool is_date(std::string_view text);

}  // namespace smtplint::cli
