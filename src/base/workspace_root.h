#pragma once

#include <filesystem>
#include <string_view>

namespace smtplint {

/// Where the workspace of a folder on disk begins: the nearest folder upwards with `.git`, else the farthest
/// with a file of the name that configurations have, else the folder itself.
[[nodiscard]] std::filesystem::path workspace_root_above(const std::filesystem::path& folder,
                                                         std::string_view configuration_name);

}  // namespace smtplint
