#pragma once

#include <string>

#include "lsp/diagnostics.h"

namespace smtplint::lsp {

/// The range of a document, by its path in the workspace.
struct Selection {
  std::string path;
  TextRange range;
};

/// What a client may do about the findings that have a place in a selection: repair the literal, wherever it
/// stands, or say that one is to be ignored.
[[nodiscard]] Json code_actions(const Analysed& analysed, const Selection& selection, const View& view);

}  // namespace smtplint::lsp
