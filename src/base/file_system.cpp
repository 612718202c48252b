#include "base/file_system.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace smtplint {

Result<std::string> FileSystem::head(const std::string& path, std::size_t bytes) const {
  Result<std::string> whole = read(path, std::numeric_limits<std::uint64_t>::max());
  if (!whole) return whole;
  std::string text = std::move(whole).value();
  text.resize(std::min(text.size(), bytes));
  return text;
}

Error too_large(const std::string& path, std::uint64_t size, std::uint64_t largest) {
  return {"`" + path + "` has " + std::to_string(size) + " bytes, more than the limit of " +
          std::to_string(largest)};
}

}  // namespace smtplint
