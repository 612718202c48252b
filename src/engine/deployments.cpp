#include "engine/deployments.h"

#include <algorithm>

#include "engine/configuration/declared_subscription.h"
#include "engine/plan_sources.h"
#include "engine/plan_values.h"

namespace smtplint::engine {
namespace {

/// What runs a program that nothing says where it runs: a virtual machine, unless all compute of the
/// workspace is of kinds that can never use port 25.
WorkloadKind kind_of_all_compute(const std::set<WorkloadKind>& compute, const knowledge::Edition& edition) {
  const bool never = !compute.empty() && std::ranges::all_of(compute, [&edition](WorkloadKind kind) {
    return kind != WorkloadKind::unknown && edition.rule_for(kind) == knowledge::KindRule::unsupported;
  });
  return never ? *compute.begin() : WorkloadKind::virtual_machine;
}

bool is_excluded(const Configuration& configuration, const std::string& path) {
  return configuration.exclude &&
         std::ranges::any_of(*configuration.exclude,
                             [&path](const PathPattern& pattern) { return pattern.covers(path); });
}

}  // namespace

Deployments::Deployments(const Request& request, const FileSystem& files,
                         const knowledge::Catalogue& catalogue,
                         const policy::SubscriptionRequest& subscription, SourceStore& sources,
                         ParseCache& cache, std::stop_token stop)
    : request_(request),
      files_(files),
      catalogue_(catalogue),
      subscription_(subscription),
      sources_(sources),
      workspace_(request, files, catalogue, sources, cache),
      resolver_(request.configuration, files, catalogue, sources),
      stop_(std::move(stop)) {}

std::vector<const OpenedRoot*> Deployments::roots() const {
  std::vector<const OpenedRoot*> roots;
  for (const OpenedRoot& root : workspace_.roots()) roots.push_back(&root);
  std::stable_partition(roots.begin(), roots.end(),
                        [](const OpenedRoot* root) { return !root->row->planned_from.empty(); });
  return roots;
}

Result<Deployments::Run> Deployments::run(const OpenedRoot& root) {
  const auto terms = this->terms(root.name());
  if (!terms) return terms.error();
  Run run;
  const bool other_platform = root.row->runs_anywhere && request_.platform == Platform::automatic &&
                              (*terms)->configuration->platform == Platform::other;
  if (other_platform || is_excluded(*(*terms)->configuration, root.name())) {
    run.excluded.push_back({root.files, exclusion_of(root)});
    return run;
  }
  if (covered_[{root.language, root.index}].size() ==
      root.language->roots()[root.index].environments.size()) {
    run.stood_for = true;
    return run;
  }
  if (const std::string source = source_that_stands_for(root); !source.empty()) {
    run.covered.push_back({{root.name()}, "compiled from `" + source + "`"});
    run.stood_for = true;
    return run;
  }
  const OpenedRoot* code = root.shows_signs ? workspace_.code_of(root) : nullptr;
  if (code != nullptr) run_with_code(root, *code, **terms, run);
  if (run.outcomes.empty()) run_environments(root, **terms, run);
  if (stop_.stop_requested()) return stopped();
  return run;
}

std::string Deployments::exclusion_of(const OpenedRoot& root) const {
  return "excluded by `" + nearest_configuration(request_.configuration, files_, root.name()).value_or("") +
         "`";
}

std::string Deployments::source_that_stands_for(const OpenedRoot& root) const {
  std::string source = root.language->compiled_from(root.index);
  const PathFilter& named = workspace_.filter();
  return named.takes(source) || !named.takes(root.name()) ? source : std::string();
}

void Deployments::run_environments(const OpenedRoot& root, const Terms& terms, Run& run) {
  const std::set<std::string>& covered = covered_[{root.language, root.index}];
  for (const std::string& environment : root.language->roots()[root.index].environments) {
    if (covered.contains(environment)) continue;
    if (stop_.stop_requested()) return;
    const Unit unit{root.index, environment};
    std::vector<std::string> own = root.language->environment_files(unit);
    const auto excluded = [&terms](const std::string& path) {
      return is_excluded(*terms.configuration, path);
    };
    if (std::ranges::any_of(own, excluded)) {
      run.excluded.push_back({std::move(own), exclusion_of(root)});
    } else if (root.shows_signs) {
      run.outcomes.push_back(this->run(root, unit, terms));
    }
  }
}

void Deployments::run_with_code(const OpenedRoot& plan, const OpenedRoot& code, const Terms& terms,
                                Run& run) {
  const std::vector<std::string>& environments = code.language->roots()[code.index].environments;
  std::set<std::string>& covered = covered_[{code.language, code.index}];
  for (const std::string& environment : environments) {
    if (stop_.stop_requested()) return;
    if (stands_for(plan, code, environment, terms, run)) covered.insert(environment);
  }
  if (covered.size() == environments.size())
    run.covered.push_back({code.files, "covered by the plan `" + plan.name() + "`"});
}

bool Deployments::stands_for(const OpenedRoot& plan, const OpenedRoot& code, const std::string& environment,
                             const Terms& terms, Run& run) {
  const DeclaredSubscriptions declared(subscription_, *terms.configuration, code.name(), environment);
  ValueStore store;
  PlanValues values(store);
  WorkspaceScripts scripts = workspace_.scripts_of(code);
  const bool code_is_named = workspace_.filter().takes_any(code.files);
  Shapes shapes = with_sources(plan.language->evaluate({plan.index, ""}, store),
                               code.language->evaluate({code.index, environment}, store),
                               code_is_named ? PlanPlaces::in_code : PlanPlaces::in_plan, values);
  UnitOutcome outcome{
      &plan, environment,
      run_deployment({catalogue_, terms, declared}, std::move(shapes), store, sources_, scripts)};
  if (values.contradicted()) return false;
  compute_.insert(outcome.outcome.compute.begin(), outcome.outcome.compute.end());
  run.outcomes.push_back(std::move(outcome));
  return true;
}

UnitOutcome Deployments::run(const OpenedRoot& root, const Unit& unit, const Terms& terms) {
  const DeclaredSubscriptions declared(subscription_, *terms.configuration, root.name(), unit.environment);
  ValueStore store;
  WorkspaceScripts scripts = workspace_.scripts_of(root);
  const Judges judges{catalogue_, terms, declared, unlinked_kind(root, terms)};
  UnitOutcome outcome{&root, unit.environment,
                      run_deployment(judges, root.language->evaluate(unit, store), store, sources_, scripts)};
  compute_.insert(outcome.outcome.compute.begin(), outcome.outcome.compute.end());
  return outcome;
}

WorkloadKind Deployments::unlinked_kind(const OpenedRoot& root, const Terms& terms) const {
  return root.row->runs_anywhere ? kind_of_all_compute(compute_, *terms.edition)
                                 : WorkloadKind::virtual_machine;
}

Result<const Terms*> Deployments::terms(const std::string& path) {
  const auto configuration = resolver_.of(path);
  if (!configuration) return configuration.error();
  const Terms*& known = by_configuration_[*configuration];
  if (known == nullptr) known = &terms_.emplace_back(terms_of(request_, **configuration, catalogue_));
  return known;
}

}  // namespace smtplint::engine
