#include "engine/deployments/fingerprint.h"

#include "base/digest.h"

namespace smtplint::engine {

std::string fingerprint(std::string_view identity) {
  constexpr std::size_t kept_bytes = 16;
  return to_hex(digest_of(Digest::sha256, identity).substr(0, kept_bytes));
}

}  // namespace smtplint::engine
