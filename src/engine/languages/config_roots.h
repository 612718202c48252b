#pragma once

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "base/file_system.h"
#include "engine/workspace/byte_search.h"
#include "frontend/config/config.h"
#include "knowledge/catalogue.h"

namespace smtplint::engine {

/// Which files of a workspace are configuration, and which of them are laid over others.
class ConfigRoots {
 public:
  /// Both must outlive the result.
  ConfigRoots(const knowledge::Catalogue& catalogue, const FileSystem& files);

  void add(const std::string& path);
  /// Sorted by path. A profile without a file below it stands on its own; so it does where several might be
  /// below it.
  [[nodiscard]] std::vector<config::Root> finish();

  [[nodiscard]] const std::vector<LeftOut>& left_out() const { return left_out_; }
  [[nodiscard]] bool may_hold_containers(const std::string& path) const;

 private:
  /// Files that may be laid over each other: those of one kind in one folder.
  using Family = std::pair<std::string, const knowledge::ConfigurationFileKind*>;
  struct Found {
    std::vector<std::string> alone;
    std::vector<std::string> samples;
    std::vector<config::Profile> profiles;
  };
  struct Candidate {
    std::string path;
    knowledge::ConfigurationFile file;
  };

  [[nodiscard]] bool is_link(const std::string& path);
  [[nodiscard]] bool leads_to_another(const Candidate& link);
  /// The fingerprints of all files of one format that are no links.
  [[nodiscard]] const std::set<std::string>& texts_in(FileFormat format);
  void take(const Candidate& candidate);

  const knowledge::ConfigurationFiles& table_;
  const FileSystem& files_;
  std::uint64_t file_bytes_;
  ByteSearch containers_;
  std::vector<Candidate> candidates_, links_;
  std::map<std::string, std::vector<FolderEntry>> folders_;  ///< as they are listed
  std::map<FileFormat, std::set<std::string>> texts_;
  std::map<Family, Found> families_;
  std::vector<LeftOut> left_out_;
};

}  // namespace smtplint::engine
