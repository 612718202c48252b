#pragma once

#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <stop_token>
#include <string>
#include <utility>
#include <vector>

#include "base/file_system.h"
#include "base/result.h"
#include "base/source.h"
#include "engine/analyze.h"
#include "engine/configuration/resolver.h"
#include "engine/deployments/analysis_cache.h"
#include "engine/deployments/deployment.h"
#include "engine/judging/terms.h"
#include "engine/workspace/opened_workspace.h"
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
              const policy::SubscriptionRequest& subscription, SourceStore& sources, AnalysisCache& cache,
              std::stop_token stop);

  [[nodiscard]] const OpenedWorkspace& workspace() const { return workspace_; }

  /// Finds out which compute runs which program. To be called first; fails where a configuration is wrong.
  [[nodiscard]] std::optional<Error> link_programs();

  /// The roots that have to do with the named paths, or with documents among them, in the order in which they
  /// have to be run: plans before the code that they stand for, infrastructure before documents.
  [[nodiscard]] std::vector<const OpenedRoot*> roots() const;

  /// The documents of the programs that a root deploys in one environment.
  [[nodiscard]] std::span<const LinkedDocument> documents_of(const OpenedRoot& root,
                                                             const std::string& environment) const {
    return linker_.documents_of(root, environment);
  }
  /// Whether a document is judged with the compute that runs it.
  [[nodiscard]] bool is_linked(const OpenedRoot& document, const std::string& profile) const {
    return linker_.is_linked(document, profile);
  }

  /// Files of a root that are not analysed for it.
  struct SetAside {
    std::vector<std::string> files;
    std::string reason;  ///< who excludes or covers them
  };
  struct Run {
    std::vector<UnitOutcome> outcomes;
    std::vector<SetAside> excluded;  ///< the user has left them out
    std::vector<SetAside> covered;   ///< a twin is judged in their place
    bool stood_for = false;          ///< the root has such a twin
    bool looked_at = false;          ///< it shows signs of mail, or runs a program that does
  };
  /// The deployments of one root, without those that are excluded or for which a twin stands. Fails where
  /// the configuration is wrong, and where the analysis was told to stop.
  [[nodiscard]] Result<Run> run(const OpenedRoot& root);
  /// The terms for a root or document; those for the workspace as a whole under the empty path.
  [[nodiscard]] Result<const Terms*> terms(const std::string& path);
  /// All terms that were asked for, in that order.
  [[nodiscard]] const std::deque<Terms>& used_terms() const { return terms_; }

 private:
  [[nodiscard]] UnitOutcome run(const OpenedRoot& root, const Unit& unit, const Terms& terms);
  /// Whether what does not say where it runs is taken to run in Azure.
  [[nodiscard]] bool in_azure(const Terms& terms);
  /// What is taken to send what no compute is linked to.
  [[nodiscard]] WorkloadKind unlinked_kind(const OpenedRoot& root, const Terms& terms) const;
  /// What came of the same before, where nothing that it rests on has changed.
  [[nodiscard]] DeploymentOutcome kept_or_made(const OpenedRoot& root, const Unit& unit, const Judges& judges,
                                               const std::function<DeploymentOutcome()>& make);
  /// What later roots need to know of a deployment.
  void note(const DeploymentOutcome& outcome);
  /// What a root was compiled from, unless the root alone is named.
  [[nodiscard]] std::string source_that_stands_for(const OpenedRoot& root) const;
  /// A document that may have to be linked.
  struct Program {
    const OpenedRoot* document = nullptr;
    const Terms* terms = nullptr;
    bool named = false;  ///< in the request
  };
  /// Without named infrastructure, only named documents matter.
  [[nodiscard]] Result<std::vector<Program>> programs();
  /// True where what is not known yet of the compute of the workspace cannot matter for it.
  [[nodiscard]] bool is_settled(const Program& program) const;
  /// The shapes of a deployment with the store that their values live in.
  struct Evaluated {
    std::unique_ptr<ValueStore> store;
    Shapes shapes;
  };
  /// As linking has left it, or anew.
  [[nodiscard]] Evaluated evaluated_once(const OpenedRoot& root, const Unit& unit);
  /// What a root deploys in its environments, unless another stands for it.
  [[nodiscard]] std::optional<Error> add_compute(const OpenedRoot& root);
  [[nodiscard]] bool runs_named_documents(const OpenedRoot& root) const;
  [[nodiscard]] bool runs_documents(const OpenedRoot& root) const;
  [[nodiscard]] std::string exclusion_of(const OpenedRoot& root) const;
  void run_environments(const OpenedRoot& root, const Terms& terms, Run& run);
  void run_with_code(const OpenedRoot& plan, const OpenedRoot& code, const Terms& terms, Run& run);
  /// A plan in place of the code, in one environment; false where it is of other code or of another
  /// environment.
  [[nodiscard]] bool stands_for(const OpenedRoot& plan, const OpenedRoot& code,
                                const std::string& environment, const Terms& terms, Run& run);

  const Request& request_;
  const FileSystem& files_;
  const knowledge::Catalogue& catalogue_;
  const policy::SubscriptionRequest& subscription_;
  SourceStore& sources_;
  AnalysisCache& cache_;
  OpenedWorkspace workspace_;
  std::string analysis_key_;
  ConfigurationResolver resolver_;
  std::set<std::string> templates_read_;  ///< that belong to a deployment in another language
  FilesRead files_read_;
  FilesRead read_for_compute_;
  std::stop_token stop_;
  std::deque<Terms> terms_;
  std::map<const Configuration*, const Terms*> by_configuration_;
  ApplicationLinker linker_;
  std::map<std::pair<const OpenedRoot*, std::string>, Evaluated> evaluated_;  ///< by linking
  std::map<std::pair<const Language*, std::size_t>, std::set<std::string>>
      covered_;  ///< environments of roots
};

}  // namespace smtplint::engine
