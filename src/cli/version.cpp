#include "cli/version.h"

namespace smtplint::cli {

std::string version() { return SMTPLINT_VERSION; }

std::string version_line() { return "smtplint " + version(); }

std::string docs_url() { return SMTPLINT_DOCS_URL; }

}  // namespace smtplint::cli
