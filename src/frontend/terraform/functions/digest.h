#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace smtplint::terraform::functions {

enum class Digest : std::uint8_t { md5, sha1, sha256, sha512 };

/// The digest's bytes.
[[nodiscard]] std::string digest_of(Digest digest, std::string_view bytes);
[[nodiscard]] std::string to_hex(std::string_view bytes);

}  // namespace smtplint::terraform::functions
