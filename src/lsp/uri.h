#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace smtplint::lsp {

/// The absolute path that a `file:` URI means, whatever of it the client has encoded; nothing for others.
[[nodiscard]] std::optional<std::string> path_of_uri(std::string_view uri);
/// A `file:` URI for an absolute path.
[[nodiscard]] std::string uri_of_path(std::string_view path);

}  // namespace smtplint::lsp
