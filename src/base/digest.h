#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace smtplint {

enum class Digest : std::uint8_t { md5, sha1, sha256, sha512 };

/// The digest's bytes.
[[nodiscard]] std::string digest_of(Digest digest, std::string_view bytes);
[[nodiscard]] std::string to_hex(std::string_view bytes);
/// The UUID (version 5) of a name in the name space that these 16 bytes stand for.
[[nodiscard]] std::string uuid_of_name(std::string_view space, std::string_view name);

}  // namespace smtplint
