#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace smtplint {

/// `a/./b/../c` as `a/c`; nothing where it would leave the workspace or is absolute.
[[nodiscard]] std::optional<std::string> normal_path(std::string_view path);
/// `path` seen from `folder`, normal; nothing where it would leave the workspace.
[[nodiscard]] std::optional<std::string> join_path(std::string_view folder, std::string_view path);
/// The part before the last `/`, or empty.
[[nodiscard]] std::string_view folder_of(std::string_view path);
/// The part after the last `/`.
[[nodiscard]] std::string_view file_name(std::string_view path);
/// `path` as written from `folder`, with `../` where needed; both normal.
[[nodiscard]] std::string relative_path(std::string_view path, std::string_view folder);
/// True for a folder itself and everything below it; the empty folder holds everything.
[[nodiscard]] bool is_within(std::string_view path, std::string_view folder);

}  // namespace smtplint
