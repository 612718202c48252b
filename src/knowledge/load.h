#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/file_system.h"

namespace smtplint::knowledge {

/// Rule files as the bytes of an image (for `Image`), and what kept some of them out of it.
struct LoadedRules {
  std::string image;
  std::vector<std::string> problems;  ///< `file:line:column: sentence`
};

/// Reads `<folder>/<section>/*.yaml`, one level deep; a `README.md` may stand anywhere. Anything else is a
/// problem. `shown_as` stands for the folder in places.
[[nodiscard]] LoadedRules load_rules(const FileSystem& files, const std::string& folder,
                                     std::string_view shown_as);

}  // namespace smtplint::knowledge
