#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/file_system.h"
#include "base/result.h"

namespace smtplint::terraform {

/// The files below a folder that match a pattern of `fileset` (`*`, `**`, `?`, `[...]`, `{a,b}`), from the
/// folder, sorted. Fails where the pattern is wrong or the folder holds more than `most` entries.
[[nodiscard]] Result<std::vector<std::string>> matching_files(const FileSystem& files,
                                                              const std::string& folder,
                                                              std::string_view pattern, std::uint32_t most);

}  // namespace smtplint::terraform
