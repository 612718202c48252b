#include "cli/commands.h"
#include "cli/request.h"
#include "cli/version.h"
#include "lsp/serve.h"

namespace smtplint::cli {

Result<int> run_lsp(const Options& options, const knowledge::Catalogue& catalogue) {
  return lsp::serve({catalogue, version(), docs_url(), today, options.client_process});
}

}  // namespace smtplint::cli
