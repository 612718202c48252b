#include "engine/file_ledger.h"

namespace smtplint::engine {

std::vector<AnalysedFile> FileLedger::analysed() const {
  std::vector<AnalysedFile> files;
  for (const auto& [path, frontend] : frontends_) {
    if (!reasons_.contains(path)) files.push_back({path, frontend});
  }
  return files;
}

std::vector<SkippedFile> FileLedger::not_analysed() const {
  std::vector<SkippedFile> files;
  for (const auto& [path, reason] : reasons_) files.push_back({path, reason});
  return files;
}

}  // namespace smtplint::engine
