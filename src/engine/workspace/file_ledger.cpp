#include "engine/workspace/file_ledger.h"

#include <algorithm>

namespace smtplint::engine {

std::vector<AnalysedFile> FileLedger::analysed() const {
  std::vector<AnalysedFile> files;
  for (const auto& [path, frontend] : frontends_) {
    const bool covered = frontend.empty() && covers_.contains(path);
    if (!covered && !reasons_.contains(path)) files.push_back({path, frontend});
  }
  return files;
}

std::vector<SkippedFile> FileLedger::not_analysed() const {
  std::map<std::string, std::string> all = reasons_;
  for (const auto& [path, reason] : covers_) {
    const auto analysed = frontends_.find(path);
    if (analysed == frontends_.end() || analysed->second.empty()) all.emplace(path, reason);
  }
  for (const auto& [path, reason] : exclusions_) {
    if (!frontends_.contains(path)) all.emplace(path, reason);
  }
  std::vector<SkippedFile> files;
  for (const auto& [path, reason] : all) files.push_back({path, reason});
  for (const auto& [path, reason] : lacking_) files.push_back({path, reason});
  std::ranges::sort(files, {}, [](const SkippedFile& file) { return std::pair(file.path, file.reason); });
  return files;
}

}  // namespace smtplint::engine
