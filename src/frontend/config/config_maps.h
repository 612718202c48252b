#pragma once

#include <functional>
#include <optional>
#include <string_view>

#include "frontend/config/node.h"

namespace smtplint::config {

/// Reads the text of a file that is known by its name.
using ReadNamedFile = std::function<std::optional<Node>(std::string_view name, std::string_view text)>;

/// Kubernetes hands files to programs as texts in a ConfigMap or Secret, there in base64. What they say takes
/// the place of such a text, with the places that it has in the document.
void expand_config_maps(std::string_view text, const ReadNamedFile& read, Node& document);

}  // namespace smtplint::config
