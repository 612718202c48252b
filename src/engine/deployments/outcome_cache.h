#pragma once

#include <cstddef>
#include <list>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/file_system.h"
#include "base/source.h"
#include "engine/deployments/deployment.h"

namespace smtplint::engine {

/// What deployments gave, kept from one analysis to the next. It counts again where the same is asked and
/// every file that it rests on has the same text, so that nothing that comes out depends on what is kept.
/// Belongs to one catalogue, and serves one analysis at a time.
class OutcomeCache {
 public:
  static constexpr std::size_t usual_count = 1000;
  /// Of one deployment: a text before and after an edit that is tried, and the one typed meanwhile.
  static constexpr std::size_t states_of_one = 3;

  /// Keeps the outcomes that were used last.
  explicit OutcomeCache(std::size_t largest_count = usual_count) : largest_count_(largest_count) {}

  /// What is known under a key, in terms of `sources`, to which the files are added that it was made of.
  /// Nothing where one of them has changed, or cannot be read.
  [[nodiscard]] std::optional<DeploymentOutcome> find(const std::string& key, const FileSystem& files,
                                                      std::uint64_t file_bytes, SourceStore& sources);
  /// `files_of` are those that the deployment may have read besides what the outcome names itself.
  void keep(const std::string& key, const std::vector<std::string>& files_of,
            const DeploymentOutcome& outcome, const FileSystem& files, std::uint64_t file_bytes,
            const SourceStore& sources);

  /// How often an outcome was there, and how often it had to be made.
  [[nodiscard]] std::size_t found() const { return found_; }
  [[nodiscard]] std::size_t made() const { return made_; }

 private:
  struct File {
    std::shared_ptr<const Source> source;
    bool was_a_source = false;  ///< false: read by nobody, or only searched as bytes
  };
  struct Entry {
    std::string key;
    std::vector<File> files;
    DeploymentOutcome outcome;  ///< a source is its index in `files`
  };
  using Entries = std::list<Entry>;

  [[nodiscard]] static DeploymentOutcome in_terms_of(SourceStore& sources, const Entry& entry);
  void drop(std::multimap<std::string_view, Entries::iterator>::iterator entry);
  [[nodiscard]] static bool still_holds(const Entry& entry, const FileSystem& files, std::uint64_t file_bytes,
                                        const SourceStore& sources);

  std::size_t largest_count_;
  Entries by_use_;                                             ///< the last used first
  std::multimap<std::string_view, Entries::iterator> by_key_;  ///< equal keys: the last used last
  std::size_t found_ = 0;
  std::size_t made_ = 0;
};

}  // namespace smtplint::engine
