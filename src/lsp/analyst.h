#pragma once

#include <condition_variable>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <stop_token>
#include <string>
#include <thread>
#include <vector>

#include "engine/deployments/analysis_cache.h"
#include "lsp/analysed.h"

namespace smtplint::lsp {

/// Analyses snapshots in a thread of its own, one after the other. A newer snapshot of a workspace takes the
/// place of one that waits, and stops one that runs.
class Analyst {
 public:
  /// `wake` is called from the thread whenever there is something to collect.
  Analyst(const knowledge::Catalogue& catalogue, std::function<void()> wake);
  ~Analyst();
  Analyst(const Analyst&) = delete;
  Analyst& operator=(const Analyst&) = delete;

  void submit(Snapshot snapshot);
  /// What is finished since the last call.
  [[nodiscard]] std::vector<std::shared_ptr<const Analysed>> collect();

 private:
  void work(const std::stop_token& end);
  [[nodiscard]] std::optional<Analysed> outcome_of(const Snapshot& snapshot);
  [[nodiscard]] std::optional<Snapshot> take(const std::stop_token& end);

  const knowledge::Catalogue& catalogue_;
  std::function<void()> wake_;
  engine::AnalysisCache cache_;
  std::mutex mutex_;
  std::condition_variable_any arrived_;
  std::map<std::string, Snapshot> waiting_;  ///< by workspace
  std::string running_;                      ///< the workspace that is analysed; empty: none
  std::stop_source stop_;                    ///< of that analysis
  std::vector<std::shared_ptr<const Analysed>> finished_;
  std::jthread thread_;
};

}  // namespace smtplint::lsp
