#pragma once

#include <functional>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/source.h"
#include "engine/workspace/path_filter.h"
#include "rules/context.h"

namespace smtplint::engine {

/// Joins the outcomes of deployments: entries that differ in the environment only are one, with all of them.
/// An entry is found by the files of its chain in any of its environments.
class Merge {
 public:
  void add(const std::string& environment, rules::Outcome outcome);
  /// Takes findings out; the fingerprints of the others stay what they were.
  void suppress(const std::function<bool(const Finding&)>& suppressed);

  /// In the order of reports, with fingerprints, only what has to do with the named paths.
  struct Joined {
    std::vector<rules::Identified> findings;
    std::size_t suppressed = 0;
  };
  [[nodiscard]] Joined findings(const SourceStore& sources, const PathFilter& filter);
  [[nodiscard]] std::vector<SenderRow> senders(const SourceStore& sources, const PathFilter& filter);

 private:
  struct PlacedFinding {
    rules::Identified entry;
    std::set<Place> places;
    bool suppressed = false;
  };
  struct JoinedRow {
    rules::PlacedRow entry;
    std::set<Place> places;
  };
  using ByIdentity = std::unordered_map<std::string, std::vector<std::size_t>>;

  void add(const std::string& environment, rules::Identified finding);
  /// `taken` are the rows that others of the same deployment have joined: those stay apart.
  void add(const std::string& environment, rules::PlacedRow row, std::set<std::size_t>& taken);

  std::vector<PlacedFinding> findings_;
  std::vector<JoinedRow> senders_;
  ByIdentity findings_by_identity_, senders_by_identity_;
};

}  // namespace smtplint::engine
