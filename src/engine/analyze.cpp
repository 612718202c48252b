#include "engine/analyze.h"

#include <algorithm>
#include <memory>
#include <set>

#include "engine/deployment.h"
#include "engine/file_ledger.h"
#include "engine/merge.h"
#include "engine/opened_workspace.h"
#include "engine/request_check.h"
#include "rules/event_checks.h"

namespace smtplint::engine {
namespace {

/// What runs a program that nothing says where it runs: a virtual machine, unless all compute of the workspace is of
/// kinds that can never use port 25.
WorkloadKind kind_of_all_compute(const std::set<WorkloadKind>& compute, const knowledge::Edition& edition) {
  const bool never = !compute.empty() && std::ranges::all_of(compute, [&edition](WorkloadKind kind) {
    return kind != WorkloadKind::unknown && edition.rule_for(kind) == knowledge::KindRule::unsupported;
  });
  return never ? *compute.begin() : WorkloadKind::virtual_machine;
}

/// One analysis of a workspace, root after root.
class Analysis {
 public:
  Analysis(const Request& request, const FileSystem& files, const knowledge::Catalogue& catalogue,
           CheckedRequest checked)
      : catalogue_(catalogue),
        checked_(std::move(checked)),
        sources_(std::make_shared<SourceStore>()),
        workspace_(request, files, catalogue, *sources_) {}

  Report run() {
    for (const SkippedFile& file : workspace_.listing().left_out) {
      if (workspace_.filter().takes(file.path)) ledger_.left_out(file.path, file.reason);
    }
    for (const OpenedRoot& root : workspace_.roots()) analyse(root);
    if (!workspace_.has_input()) say_that_nothing_was_found();
    return finish();
  }

 private:
  void analyse(const OpenedRoot& root) {
    for (const std::string& path : root.files) {
      root.shows_signs ? ledger_.parsed(path, root.row->name) : ledger_.searched(path);
    }
    if (!root.shows_signs) return;
    for (const std::string& environment : root.language->roots()[root.index].environments) {
      run_unit(root, {root.index, environment});
    }
  }

  void run_unit(const OpenedRoot& root, const Unit& unit) {
    ValueStore store;
    const Judges judges{catalogue_, *checked_.edition, checked_.subscription, checked_.checks,
                        root.row->runs_anywhere ? kind_of_all_compute(compute_, *checked_.edition)
                                                : WorkloadKind::virtual_machine};
    DeploymentOutcome outcome = run_deployment(judges, root.language->evaluate(unit, store), store, *sources_);
    for (const LeftOut& file : outcome.left_out) ledger_.left_out(file.path, file.reason);
    for (const std::string& path : outcome.files_read) ledger_.parsed(path, root.row->name);
    compute_.insert(outcome.compute.begin(), outcome.compute.end());
    secrets_.insert(secrets_.end(), outcome.secrets.begin(), outcome.secrets.end());
    merge_.add(unit.environment, std::move(outcome.rules));
  }

  void say_that_nothing_was_found() {
    const std::vector<rules::EventFact> events{
        {"nothing-analysed", {}, catalogue_.phrases().text(knowledge::Phrase::nothing_analysed)}};
    merge_.add("", {rules::check_events(events, *sources_, checked_.checks), {}});
  }

  Report finish() {
    Report report;
    report.policy_edition = checked_.edition->id;
    for (const knowledge::Check* check : checked_.checks) report.rules.push_back(check->info);
    report.findings = merge_.findings(*sources_, workspace_.filter());
    report.senders = merge_.senders(*sources_, workspace_.filter());
    report.analysed = ledger_.analysed();
    report.not_analysed = ledger_.not_analysed();
    report.secrets = std::move(secrets_);
    report.sources = sources_;
    return report;
  }

  const knowledge::Catalogue& catalogue_;
  CheckedRequest checked_;
  std::shared_ptr<SourceStore> sources_;
  OpenedWorkspace workspace_;
  Merge merge_;
  FileLedger ledger_;
  std::vector<Place> secrets_;
  std::set<WorkloadKind> compute_;  ///< of the deployments so far; infrastructure comes first
};

}  // namespace

Result<Report> analyze(const Request& request, const FileSystem& files, const knowledge::Catalogue& catalogue) {
  auto checked = check_request(request, catalogue);
  if (!checked) return checked.error();
  return Analysis(request, files, catalogue, std::move(checked).value()).run();
}

}  // namespace smtplint::engine
