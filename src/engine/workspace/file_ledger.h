#pragma once

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "diagnostic/report.h"

namespace smtplint::engine {

/// What became of each file: parsed by a frontend, searched only, or left out. A file that any deployment
/// parsed counts as parsed.
class FileLedger {
 public:
  void parsed(const std::string& path, std::string_view frontend) { frontends_[path] = frontend; }
  void searched(const std::string& path) { frontends_.try_emplace(path); }
  void left_out(const std::string& path, const std::string& reason) { reasons_.emplace(path, reason); }
  /// A part of it that stands elsewhere could not be read; the file itself counts as what it is.
  void lacks(const std::string& path, const std::string& reason) { lacking_.emplace(path, reason); }
  /// Something else stands for the file, unless some deployment parses it all the same.
  void covered(const std::string& path, const std::string& reason) { covers_.emplace(path, reason); }

  /// Left out on the user's wish, unless something else reads it.
  void excluded(const std::string& path, const std::string& reason) { exclusions_.emplace(path, reason); }

  [[nodiscard]] std::vector<AnalysedFile> analysed() const;
  [[nodiscard]] std::vector<SkippedFile> not_analysed() const;

 private:
  std::map<std::string, std::string> frontends_;
  std::map<std::string, std::string> reasons_;
  std::set<std::pair<std::string, std::string>> lacking_;
  std::map<std::string, std::string> covers_;
  std::map<std::string, std::string> exclusions_;
};

}  // namespace smtplint::engine
