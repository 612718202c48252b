#include "engine/workspace/azure_signs.h"

#include <algorithm>

#include "base/name_patterns.h"
#include "base/path.h"
#include "engine/configuration/resolver.h"
#include "engine/workspace/byte_search.h"

namespace smtplint::engine {
namespace {

bool names_subscription(const SubscriptionOptions& options) {
  return options.type || options.info || options.created || options.exempt;
}

/// Who configures this program says that it is about Azure.
bool is_configured(const Request& request, const Workspace& workspace) {
  if (request.configuration.file || request.configuration.options) return true;
  return request.configuration.search && std::ranges::any_of(workspace.paths, [](const std::string& path) {
           return file_name(path) == configuration_file_name;
         });
}

/// Names first: most workspaces need no file to be read.
bool shows_signs(const Workspace& workspace, const FileSystem& files, const knowledge::Catalogue& catalogue) {
  const ByteSearch signs(catalogue.signs().azure);
  if (std::ranges::any_of(workspace.paths,
                          [&signs](const std::string& path) { return signs.found_in(path); })) {
    return true;
  }
  return std::ranges::any_of(workspace.paths, [&](const std::string& path) {
    if (!fits_any(file_name(path), catalogue.signs().azure_files)) return false;
    const auto bytes = files.read(path, catalogue.limits().file_bytes);
    return bytes.ok() && signs.found_in(*bytes);
  });
}

}  // namespace

bool runs_in_azure(const Request& request, const Workspace& workspace, const FileSystem& files,
                   const knowledge::Catalogue& catalogue) {
  if (request.platform != Platform::automatic) return request.platform == Platform::azure;
  return names_subscription(request.subscription) || is_configured(request, workspace) ||
         shows_signs(workspace, files, catalogue);
}

}  // namespace smtplint::engine
