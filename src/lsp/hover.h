#pragma once

#include "lsp/code_actions.h"

namespace smtplint::lsp {

/// What is known of the value at a place: what it resolves to, where it comes from, and what Azure makes of
/// it. Null where nothing is.
[[nodiscard]] Json hover(const Analysed& analysed, const Selection& selection, const View& view);

}  // namespace smtplint::lsp
