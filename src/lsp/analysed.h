#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "diagnostic/report.h"
#include "engine/analyze.h"
#include "lsp/text_change.h"

namespace smtplint::lsp {

/// A text of the editor that lies over the one on disk.
struct OpenText {
  std::string path;  ///< from the workspace
  std::shared_ptr<const std::string> text;
  std::shared_ptr<const std::string> parsed;  ///< the last one without a syntax error; nullptr: none so far
};

/// What one analysis looks at. Immutable, so that typing goes on meanwhile.
struct Snapshot {
  std::string root;              ///< of the workspace, absolute
  std::uint64_t generation = 0;  ///< counts the changes of that workspace
  engine::Request request;
  std::vector<OpenText> open;
  std::filesystem::path module_folder;
};

/// What came out of it.
struct Analysed {
  std::string root;
  std::uint64_t generation = 0;
  bool has_fixes = false;
  std::string error;                          ///< why there is no report; else empty
  Report report;                              ///< of the last texts that parse
  std::optional<Report> broken;               ///< of the texts as they are, where some do not parse
  std::map<std::string, TextChange> changes;  ///< from the texts of `report` to those that are shown, by path
  std::vector<OpenText> parsed;               ///< the open texts without syntax errors
};

/// Nothing where it was told to stop.
[[nodiscard]] std::optional<Analysed> analyse(const Snapshot& snapshot, const knowledge::Catalogue& catalogue,
                                              engine::AnalysisCache& cache, std::stop_token stop);

/// True for a finding that says that a text does not parse.
[[nodiscard]] bool is_syntax_error(const Report& report, const Finding& finding);

}  // namespace smtplint::lsp
