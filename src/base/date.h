#pragma once

#include <string_view>

namespace smtplint {

/// True for a day of the calendar written as `YYYY-MM-DD`. Such dates compare as texts.
[[nodiscard]] bool is_date(std::string_view text);

}  // namespace smtplint
