#include "base/file_system.h"

namespace smtplint {

Error too_large(const std::string& path, std::uint64_t size, std::uint64_t largest) {
  return {"`" + path + "` has " + std::to_string(size) + " bytes, more than the limit of " +
          std::to_string(largest)};
}

}  // namespace smtplint
