#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

namespace smtplint::deployment {

/// Which file of a workspace names which others.
class FileUses {
 public:
  void add(const std::string& from, const std::string& to);
  [[nodiscard]] bool is_used(const std::string& path) const { return used_.contains(path); }
  /// All that a file uses, however deep, without itself.
  [[nodiscard]] std::vector<std::string> used_by(const std::string& path) const;
  /// Where to begin so as to come to all of them: the files that no other one uses, `further` ones, and of
  /// files that use one another in a circle, where nothing else leads to it, one.
  [[nodiscard]] std::set<std::string> roots_of(const std::set<std::string>& files,
                                               const std::set<std::string>& further) const;
  /// Files, so that each comes before those that it uses, except where they use one another.
  [[nodiscard]] std::vector<std::string> users_first(const std::set<std::string>& files) const;

 private:
  /// Adds a file and all that it uses to those that were reached.
  void reach(const std::string& path, std::set<std::string>& reached) const;

  std::map<std::string, std::set<std::string>> uses_;
  std::set<std::string> used_;
};

}  // namespace smtplint::deployment
