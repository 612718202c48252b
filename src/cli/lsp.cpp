#include "cli/commands.h"
#include "cli/request.h"
#include "cli/version.h"
#include "cli/workspace_files.h"
#include "lsp/serve.h"

namespace smtplint::cli {

Result<int> run_lsp(const Options& options, const knowledge::Catalogue& catalogue) {
  return lsp::serve({catalogue, version(), docs_url(), today, module_folder(), options.client_process});
}

}  // namespace smtplint::cli
