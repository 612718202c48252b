#pragma once

#include <cstdint>
#include <string_view>

namespace smtplint::arm {

enum class DocumentKind : std::uint8_t { other, deployment_template, parameters };

/// What the first bytes of a file say that it is.
[[nodiscard]] DocumentKind kind_of(std::string_view head);

}  // namespace smtplint::arm
