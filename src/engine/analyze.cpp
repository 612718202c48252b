#include "engine/analyze.h"

#include <map>
#include <memory>
#include <set>
#include <utility>

#include "engine/deployment.h"
#include "engine/file_ledger.h"
#include "engine/merge.h"
#include "engine/opened_workspace.h"
#include "engine/plan_sources.h"
#include "engine/plan_values.h"
#include "engine/request_check.h"
#include "rules/event_checks.h"

namespace smtplint::engine {
namespace {

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
    for (const OpenedRoot& root : workspace_.roots()) {
      if (root.shows_signs) analyse_with_code(root);
    }
    for (const OpenedRoot& root : workspace_.roots()) analyse(root);
    if (!workspace_.has_input()) say_that_nothing_was_found();
    return finish();
  }

 private:
  void analyse(const OpenedRoot& root) {
    const std::set<std::string>& covered = covered_[{root.language, root.index}];
    const std::vector<std::string>& environments = root.language->roots()[root.index].environments;
    if (covered.size() == environments.size()) return;
    for (const std::string& path : root.files) {
      root.shows_signs ? ledger_.parsed(path, root.row->name) : ledger_.searched(path);
    }
    if (!root.shows_signs) return;
    for (const std::string& environment : environments) {
      if (!covered.contains(environment)) run_unit(root, {root.index, environment});
    }
  }

  void run_unit(const OpenedRoot& root, const Unit& unit) {
    ValueStore store;
    take(root, unit.environment,
         run_deployment(judges(), root.language->evaluate(unit, store), store, *sources_));
  }

  /// A plan stands for the code that it was planned from, in every environment that it does not contradict.
  void analyse_with_code(const OpenedRoot& plan) {
    const OpenedRoot* code = workspace_.code_of(plan);
    if (code == nullptr) return;
    const std::string& plan_name = plan.language->roots()[plan.index].name;
    const std::vector<std::string>& environments = code->language->roots()[code->index].environments;
    std::set<std::string>& covered = covered_[{code->language, code->index}];
    for (const std::string& environment : environments) {
      if (!run_with_code(plan, *code, environment)) continue;
      covered.insert(environment);
      covered_[{plan.language, plan.index}] = {""};
    }
    ledger_.parsed(plan_name, plan.row->name);
    if (covered.size() < environments.size()) return;
    for (const std::string& path : code->files)
      ledger_.covered(path, "covered by the plan `" + plan_name + "`");
  }

  /// False where the plan is of other code or of another environment.
  bool run_with_code(const OpenedRoot& plan, const OpenedRoot& code, const std::string& environment) {
    ValueStore store;
    PlanValues values(store);
    const bool code_is_named = workspace_.filter().takes_any(code.files);
    Shapes shapes = with_sources(plan.language->evaluate({plan.index, ""}, store),
                                 code.language->evaluate({code.index, environment}, store),
                                 code_is_named ? PlanPlaces::in_code : PlanPlaces::in_plan, values);
    DeploymentOutcome outcome = run_deployment(judges(), std::move(shapes), store, *sources_);
    if (values.contradicted()) return false;
    take(plan, environment, std::move(outcome));
    return true;
  }

  [[nodiscard]] Judges judges() const {
    return {catalogue_, *checked_.edition, checked_.subscription, checked_.checks};
  }

  void take(const OpenedRoot& root, const std::string& environment, DeploymentOutcome outcome) {
    for (const LeftOut& file : outcome.left_out) ledger_.left_out(file.path, file.reason);
    for (const std::string& path : outcome.files_read) ledger_.parsed(path, root.row->name);
    secrets_.insert(secrets_.end(), outcome.secrets.begin(), outcome.secrets.end());
    merge_.add(environment, std::move(outcome.rules));
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
  std::map<std::pair<const Language*, std::size_t>, std::set<std::string>>
      covered_;  ///< environments of roots
  std::vector<Place> secrets_;
};

}  // namespace

Result<Report> analyze(const Request& request, const FileSystem& files,
                       const knowledge::Catalogue& catalogue) {
  auto checked = check_request(request, catalogue);
  if (!checked) return checked.error();
  return Analysis(request, files, catalogue, std::move(checked).value()).run();
}

}  // namespace smtplint::engine
