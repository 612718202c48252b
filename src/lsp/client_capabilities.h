#pragma once

#include "base/line_index.h"
#include "lsp/message.h"

namespace smtplint::lsp {

/// What the client can do, as far as it changes what is sent to it.
struct ClientCapabilities {
  ColumnUnit unit = ColumnUnit::utf16;
  bool pulls_diagnostics = false;
  bool related_documents = false;  ///< in answers to pulls
  bool refreshes_diagnostics = false;
  bool related_information = false;
  bool code_description = false;
  bool diagnostic_versions = false;
  bool document_changes = false;  ///< in workspace edits
  bool action_literals = false;
  bool preferred_actions = false;
  bool markdown_hover = false;
  bool watches_files = false;  ///< and takes a registration for it
};

[[nodiscard]] ClientCapabilities capabilities_in(const Json& initialize_params);

/// The name that the protocol has for a unit.
[[nodiscard]] std::string_view encoding_name(ColumnUnit unit);

}  // namespace smtplint::lsp
