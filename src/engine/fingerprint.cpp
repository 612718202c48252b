#include "engine/fingerprint.h"

#include <mbedtls/md.h>

#include <array>

#include "base/assert.h"

namespace smtplint::engine {

std::string fingerprint(std::string_view identity) {
  std::array<unsigned char, 32> digest{};
  const int failed = mbedtls_md(mbedtls_md_info_from_type(MBEDTLS_MD_SHA256),
                                reinterpret_cast<const unsigned char*>(identity.data()), identity.size(),
                                digest.data());
  SMTPLINT_ASSERT(failed == 0);
  constexpr std::string_view digits = "0123456789abcdef";
  std::string hex;
  for (std::size_t i = 0; i < 16; ++i) {
    hex += digits[digest[i] >> 4u];
    hex += digits[digest[i] & 0x0fu];
  }
  return hex;
}

}  // namespace smtplint::engine
