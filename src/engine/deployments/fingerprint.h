#pragma once

#include <string>
#include <string_view>

namespace smtplint::engine {

/// 128 bits of a cryptographic hash, in lower-case hex.
[[nodiscard]] std::string fingerprint(std::string_view identity);

}  // namespace smtplint::engine
