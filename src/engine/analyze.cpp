#include "engine/analyze.h"

#include <algorithm>
#include <memory>
#include <set>

#include "engine/deployments/analysis_cache.h"
#include "engine/deployments/deployments.h"
#include "engine/deployments/merge.h"
#include "engine/fixes/find_fixes.h"
#include "engine/judging/request_check.h"
#include "engine/suppression/file_comments.h"
#include "engine/suppression/suppressions.h"
#include "engine/workspace/file_ledger.h"
#include "rules/event_checks.h"

namespace smtplint::engine {
namespace {

/// One analysis of a workspace, root after root.
class Analysis {
 public:
  Analysis(const Request& request, const FileSystem& files, const knowledge::Catalogue& catalogue,
           const policy::SubscriptionRequest& subscription, AnalysisCache& cache, std::stop_token stop)
      : catalogue_(catalogue),
        request_(request),
        files_(files),
        cache_(cache),
        stop_(stop),
        sources_(std::make_shared<SourceStore>()),
        deployments_(request, files, catalogue, subscription, *sources_, cache, std::move(stop)),
        suppressions_(*sources_, catalogue) {}

  Result<Report> run() {
    const OpenedWorkspace& workspace = deployments_.workspace();
    if (auto error = workspace.undeclared_variable(request_)) return *error;
    const auto terms = deployments_.terms("");
    if (!terms) return terms.error();
    if (const std::string& reason = workspace.listing().cut_off; !reason.empty())
      ledger_.left_out(".", reason);
    for (const SkippedFile& file : workspace.listing().left_out) {
      if (workspace.filter().takes(file.path)) ledger_.left_out(file.path, file.reason);
    }
    if (auto error = deployments_.link_programs()) return *error;
    for (const OpenedRoot* root : deployments_.roots()) {
      if (auto error = analyse(*root)) return *error;
    }
    if (!workspace.has_input()) say_that_nothing_was_found(**terms);
    suppress(**terms);
    return finish(**terms);
  }

 private:
  std::optional<Error> analyse(const OpenedRoot& root) {
    auto run = deployments_.run(root);
    if (!run) return run.error();
    const auto terms = run->looked_at ? deployments_.terms(root.name()) : deployments_.terms("");
    SMTPLINT_ASSERT(terms.ok());
    account_for(root, *run, **terms);
    for (const std::string& environment : root.language->roots()[root.index].environments) {
      for (const LinkedDocument& linked : deployments_.documents_of(root, environment))
        for (const std::string& path : linked.document->files) read_comments(path, **terms);
    }
    for (UnitOutcome& unit : std::move(run).value().outcomes) take(unit, **terms);
    return std::nullopt;
  }

  /// What became of each file of a root.
  void account_for(const OpenedRoot& root, const Deployments::Run& run, const Terms& terms) {
    std::set<std::string> left_out;
    for (const Deployments::SetAside& part : run.excluded) {
      for (const std::string& path : part.files) ledger_.excluded(path, part.reason);
      left_out.insert(part.files.begin(), part.files.end());
    }
    for (const Deployments::SetAside& part : run.covered) {
      for (const std::string& path : part.files) ledger_.covered(path, part.reason);
    }
    for (const std::string& path : root.files) {
      if (left_out.contains(path)) continue;
      if (!run.stood_for) run.looked_at ? ledger_.parsed(path, root.row->name) : ledger_.searched(path);
      if (run.looked_at) read_comments(path, terms);
    }
  }

  void take(UnitOutcome& unit, const Terms& terms) {
    editions_.insert(terms.edition->id);
    for (const LeftOut& file : unit.outcome.left_out) ledger_.left_out(file.path, file.reason);
    for (const LeftOut& call : unit.outcome.remote_modules) ledger_.lacks(call.path, call.reason);
    for (const LeftOut& part : unit.outcome.unread_parts) ledger_.lacks(part.path, part.reason);
    for (const std::string& path : unit.outcome.files_read) {
      ledger_.parsed(path, unit.root->row->name);
      read_comments(path, terms);
    }
    secrets_.insert(secrets_.end(), unit.outcome.secrets.begin(), unit.outcome.secrets.end());
    merge_.add(unit.environment, std::move(unit.outcome.rules));
  }

  /// Each file once, however many roots it belongs to.
  void read_comments(const std::string& path, const Terms& terms) {
    const auto id = sources_->id_of(path);
    if (!id || !commented_.insert(path).second) return;
    if (sources_->get(*id).text().find(directive_address) == std::string_view::npos) return;
    suppressions_.add_comments(*id, comments_of(sources_->get(*id), catalogue_), terms);
  }

  void say_that_nothing_was_found(const Terms& terms) {
    add_events({{"nothing-analysed", {}, catalogue_.phrases().text(knowledge::Phrase::nothing_analysed)}},
               terms);
  }

  void suppress(const Terms& terms) {
    for (const Terms& used : deployments_.used_terms()) suppressions_.add_configured(used);
    merge_.suppress([this](const Finding& finding) { return suppressions_.take(finding); });
    add_events(suppressions_.events(), terms);
  }

  void add_events(const std::vector<rules::EventFact>& events, const Terms& terms) {
    merge_.add("", {rules::check_events(events, *sources_, terms.checks), {}});
  }

  Report finish(const Terms& terms) {
    Report report;
    report.policy_edition = editions(terms);
    report.rules = enabled_rules();
    Merge::Joined joined = merge_.findings(*sources_, deployments_.workspace().filter());
    if (request_.fixes && !stop_.stop_requested()) {
      FixProof proof(request_, files_, catalogue_, *sources_, cache_);
      find_fixes(joined.findings, *sources_, secrets_, catalogue_.phrases(), proof);
    }
    for (rules::Identified& entry : joined.findings) report.findings.push_back(std::move(entry.finding));
    report.suppressed = joined.suppressed;
    report.senders = merge_.senders(*sources_, deployments_.workspace().filter());
    report.analysed = ledger_.analysed();
    report.not_analysed = ledger_.not_analysed();
    report.secrets = std::move(secrets_);
    report.sources = sources_;
    return report;
  }

  /// Nearly always one: configurations may name another for a part of the workspace.
  [[nodiscard]] std::string editions(const Terms& terms) const {
    std::string ids;
    for (const std::string& id : editions_) ids += (ids.empty() ? "" : ", ") + id;
    return ids.empty() ? terms.edition->id : ids;
  }

  /// As they are by default, whatever level a configuration gives them.
  [[nodiscard]] std::vector<RuleInfo> enabled_rules() const {
    std::vector<RuleInfo> rules;
    for (const knowledge::Check& check : catalogue_.checks()) {
      const auto enabled = [&check](const Terms& terms) { return terms.enables(check.info.id); };
      if (std::ranges::any_of(deployments_.used_terms(), enabled)) rules.push_back(check.info);
    }
    return rules;
  }

  const knowledge::Catalogue& catalogue_;
  const Request& request_;
  const FileSystem& files_;
  AnalysisCache& cache_;
  std::stop_token stop_;
  std::shared_ptr<SourceStore> sources_;
  Deployments deployments_;
  Suppressions suppressions_;
  Merge merge_;
  FileLedger ledger_;
  std::set<std::string> commented_;
  std::set<std::string> editions_;
  std::vector<Place> secrets_;
};

}  // namespace

Result<Report> analyze(const Request& request, const FileSystem& files,
                       const knowledge::Catalogue& catalogue) {
  AnalysisCache cache;
  return analyze(request, files, catalogue, cache);
}

Result<Report> analyze(const Request& request, const FileSystem& files, const knowledge::Catalogue& catalogue,
                       AnalysisCache& cache, std::stop_token stop) {
  const auto subscription = check_request(request, files, catalogue);
  if (!subscription) return subscription.error();
  auto report = Analysis(request, files, catalogue, *subscription, cache, stop).run();
  if (stop.stop_requested()) return stopped();
  return report;
}

Error stopped() { return {"the analysis was stopped"}; }

}  // namespace smtplint::engine
