#pragma once

#include "lsp/options.h"

namespace smtplint::lsp {

/// Talks the protocol on stdin and stdout until the client ends it or goes away. Gives the exit code.
[[nodiscard]] Result<int> serve(const ServerOptions& options);

}  // namespace smtplint::lsp
