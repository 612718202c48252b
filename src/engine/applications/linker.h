#pragma once

#include <map>
#include <set>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "engine/applications/compute.h"
#include "engine/applications/evidence.h"
#include "engine/configuration/configuration.h"
#include "engine/workspace/opened_workspace.h"
#include "knowledge/catalogue.h"
#include "model/mailer.h"

namespace smtplint::engine {

/// A document of a program's configuration, under one of its profiles, and the compute that runs it.
struct LinkedDocument {
  const OpenedRoot* document = nullptr;
  std::string profile;
  std::string address;  ///< of the compute
  model::Link link;
};

/// Finds out which compute runs which program, by the strongest evidence that there is.
class ApplicationLinker {
 public:
  explicit ApplicationLinker(const knowledge::Catalogue& catalogue) : catalogue_(catalogue) {}

  /// What the files of the workspace say; before anything else.
  void take_evidence(std::vector<ApplicationEvidence> evidence) { evidence_ = std::move(evidence); }
  /// What a deployment deploys; more than that where parts of it are not known.
  void add(const OpenedRoot& root, const std::string& environment, std::vector<Compute> compute,
           bool complete);
  /// Links a document with the compute that was added; `apps` is what the user says, if anything.
  void link(const OpenedRoot& document, const std::vector<AppRule>& apps);

  /// The documents of what a deployment deploys.
  [[nodiscard]] std::span<const LinkedDocument> documents_of(const OpenedRoot& root,
                                                             const std::string& environment) const;
  /// Whether a document runs somewhere under this profile, so that it needs no judgement of its own. What
  /// lies below a profile that runs is not in force alone.
  [[nodiscard]] bool is_linked(const OpenedRoot& document, const std::string& profile) const {
    const auto linked = linked_.lower_bound({&document, profile});
    return linked != linked_.end() && linked->first == &document &&
           (profile.empty() || linked->second == profile);
  }
  [[nodiscard]] const std::set<WorkloadKind>& kinds() const { return kinds_; }
  /// True where nothing that may be added can link the document to what was added: all compute that it runs
  /// on, or, of one that is not asked for itself, some of it is known, or there is too much that may run it.
  [[nodiscard]] bool is_settled(const OpenedRoot& document, bool asked_for) const;

 private:
  struct Unit {
    const OpenedRoot* root = nullptr;
    std::string environment;
    std::vector<Compute> compute;
  };

  /// What a document runs on by one statement.
  struct Candidate {
    const Unit* unit = nullptr;
    const Compute* compute = nullptr;
    const ApplicationEvidence* evidence = nullptr;
  };

  /// By the strongest of the statements that lead somewhere; several may be as strong.
  [[nodiscard]] std::vector<Candidate> by_evidence(const OpenedRoot& document) const;
  [[nodiscard]] bool may_run(WorkloadKind kind, const OpenedRoot& document) const;
  /// How many can run a document, of all that can run programs.
  [[nodiscard]] std::size_t runners_of(const OpenedRoot& document) const;
  [[nodiscard]] bool link_by_evidence(const OpenedRoot& document);
  [[nodiscard]] bool link_as_configured(const OpenedRoot& document, const std::vector<AppRule>& apps);
  void add_link(const OpenedRoot& document, const Unit& unit, const Compute& compute, model::Link link);
  [[nodiscard]] std::string profile_of(const OpenedRoot& document, const Unit& unit,
                                       const Compute& compute) const;

  const knowledge::Catalogue& catalogue_;
  std::vector<ApplicationEvidence> evidence_;
  std::vector<Unit> units_;
  std::set<WorkloadKind> kinds_;
  bool complete_ = true;  ///< all compute of the workspace is known
  /// What can run programs, by root and address.
  std::map<std::pair<const OpenedRoot*, std::string>, WorkloadKind> runners_;
  std::map<std::pair<const OpenedRoot*, std::string>, std::vector<LinkedDocument>> documents_;
  std::set<std::pair<const OpenedRoot*, std::string>> linked_;
};

}  // namespace smtplint::engine
