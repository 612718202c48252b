#pragma once

#include <string>

#include "base/result.h"
#include "cli/options.h"
#include "knowledge/catalogue.h"

/// The commands, each in the file of its name. They print on stdout and give the exit code.
namespace smtplint::cli {

/// `check` and `inventory`.
[[nodiscard]] Result<int> run_analysis(const Options& options, const knowledge::Catalogue& catalogue);
[[nodiscard]] Result<int> run_debug(const Options& options, const knowledge::Catalogue& catalogue);
/// The ways of all mail, drawn.
[[nodiscard]] Result<int> run_graph(const Options& options, const knowledge::Catalogue& catalogue);
[[nodiscard]] Result<int> run_explain(const Options& options, const knowledge::Catalogue& catalogue);
[[nodiscard]] Result<int> run_rules(const knowledge::Catalogue& catalogue);
[[nodiscard]] Result<int> run_lsp(const Options& options, const knowledge::Catalogue& catalogue);
[[nodiscard]] Result<int> run_subscriptions(const Options& options, const knowledge::Catalogue& catalogue);

}  // namespace smtplint::cli
