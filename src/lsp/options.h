#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>

#include "engine/analyze.h"

namespace smtplint::lsp {

/// What the program hands to its server.
struct ServerOptions {
  const knowledge::Catalogue& catalogue;
  std::string version;
  std::string docs_url;                ///< home of the rule pages; may be empty
  std::function<std::string()> today;  ///< `YYYY-MM-DD`, by which suppressions expire
  std::filesystem::path
      module_folder;                   ///< where the Bicep compiler keeps modules of registries; may be empty
  std::optional<long> client_process;  ///< to end with
};

}  // namespace smtplint::lsp
