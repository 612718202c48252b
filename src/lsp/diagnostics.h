#pragma once

#include <map>
#include <string>

#include "lsp/analysed.h"
#include "lsp/client_capabilities.h"
#include "lsp/place_writer.h"

namespace smtplint::lsp {

/// What is shown how, for one client.
struct View {
  const ClientCapabilities& client;
  std::string docs_url;  ///< home of the rule pages; may be empty
  UriOf uri;
  const knowledge::Catalogue& catalogue;
};

/// The protocol's diagnostics by path of the workspace: one for each rule and place. The last good result
/// stands beside the syntax errors of texts that do not parse.
[[nodiscard]] std::map<std::string, Json> diagnostics_of(const Analysed& analysed, const View& view);

}  // namespace smtplint::lsp
