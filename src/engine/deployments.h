#pragma once

#include <deque>
#include <map>
#include <stop_token>
#include <string>
#include <vector>

#include "base/file_system.h"
#include "base/result.h"
#include "base/source.h"
#include "engine/analyze.h"
#include "engine/configuration/resolver.h"
#include "engine/deployment.h"
#include "engine/opened_workspace.h"
#include "engine/terms.h"
#include "knowledge/catalogue.h"
#include "policy/identity.h"

namespace smtplint::engine {

/// What one deployment gave, and which one it is.
struct UnitOutcome {
  const OpenedRoot* root = nullptr;
  std::string environment;
  DeploymentOutcome outcome;
};

/// The deployments of a workspace, each under the configuration that counts for it.
class Deployments {
 public:
  /// Everything handed over must outlive the result; the request must be checked.
  Deployments(const Request& request, const FileSystem& files, const knowledge::Catalogue& catalogue,
              const policy::SubscriptionRequest& subscription, SourceStore& sources, ParseCache& cache,
              std::stop_token stop);

  [[nodiscard]] const OpenedWorkspace& workspace() const { return workspace_; }

  /// What the user has left out of the analysis.
  struct Excluded {
    std::vector<std::string> files;
    std::string configuration;  ///< the file that says so
  };
  /// Those of one root that are not excluded. Fails where the configuration is wrong,
  /// and where the analysis was told to stop.
  [[nodiscard]] Result<std::vector<UnitOutcome>> run(const OpenedRoot& root, std::vector<Excluded>& excluded);
  /// The terms for a root or document; those for the workspace as a whole under the empty path.
  [[nodiscard]] Result<const Terms*> terms(const std::string& path);
  /// All terms that were asked for, in that order.
  [[nodiscard]] const std::deque<Terms>& used_terms() const { return terms_; }

 private:
  [[nodiscard]] UnitOutcome run(const OpenedRoot& root, const Unit& unit, const Terms& terms);

  const Request& request_;
  const FileSystem& files_;
  const knowledge::Catalogue& catalogue_;
  const policy::SubscriptionRequest& subscription_;
  SourceStore& sources_;
  OpenedWorkspace workspace_;
  ConfigurationResolver resolver_;
  std::stop_token stop_;
  std::deque<Terms> terms_;
  std::map<const Configuration*, const Terms*> by_configuration_;
};

}  // namespace smtplint::engine
