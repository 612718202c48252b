#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "frontend/bicep/module.h"

namespace smtplint::bicep {

/// The file of the workspace that a module or import names; nullptr where there is none: a registry, a
/// template spec, another language.
[[nodiscard]] std::shared_ptr<const Document> module_file(Deployment& deployment, const Document& from,
                                                          std::string_view source);

/// A new use of a file, with what it imports.
[[nodiscard]] Module& open_file(Deployment& deployment, std::shared_ptr<const Document> document);

/// Whether a module that uses a file is a part of it; this is said at each link of the circle. `place`: where
/// the module names the file.
[[nodiscard]] bool closes_circle(Deployment& deployment, const Module& user, const Document& used,
                                 Place place);

/// Where a module in JSON may be in the workspace; nothing for any other.
[[nodiscard]] std::optional<std::string> template_path(std::string_view from, std::string_view source);

/// Where a module may be in the workspace; nothing for one of a registry.
[[nodiscard]] std::optional<std::string> local_path(std::string_view from, std::string_view source);

}  // namespace smtplint::bicep
