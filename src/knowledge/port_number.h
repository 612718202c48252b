#pragma once

#include <cstdint>
#include <optional>

#include "knowledge/reader.h"

namespace smtplint::knowledge {

/// A port in a rule file. What is none becomes a problem; what is missing has been one.
[[nodiscard]] std::optional<std::uint16_t> port_number(Node scalar, Problems& problems);

}  // namespace smtplint::knowledge
