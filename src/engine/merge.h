#pragma once

#include <string>
#include <vector>

#include "base/source.h"
#include "engine/path_filter.h"
#include "rules/context.h"

namespace smtplint::engine {

/// Joins the outcomes of deployments: entries that differ in the environment only are one, with all of them.
class Merge {
 public:
  void add(const std::string& environment, rules::Outcome outcome);

  /// In the order of the contract, with fingerprints, only what has to do with the named paths.
  [[nodiscard]] std::vector<Finding> findings(const SourceStore& sources, const PathFilter& filter);
  [[nodiscard]] std::vector<SenderRow> senders(const SourceStore& sources, const PathFilter& filter);

 private:
  std::vector<rules::Identified> findings_;
  std::vector<rules::PlacedRow> senders_;
};

}  // namespace smtplint::engine
