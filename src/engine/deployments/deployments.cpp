#include "engine/deployments/deployments.h"

#include <algorithm>

#include "engine/applications/compute.h"
#include "engine/applications/evidence.h"
#include "engine/configuration/declared_subscription.h"
#include "engine/deployments/outcome_key.h"
#include "engine/languages/plan_sources.h"
#include "engine/languages/plan_values.h"
#include "engine/languages/terraform_language.h"
#include "lowering/lowering.h"

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

/// Those of its root but for the files of other environments, and those of the programs that it runs.
std::vector<std::string> files_of(const OpenedRoot& root, const Unit& unit,
                                  std::span<const LinkedDocument> documents) {
  std::set<std::string> files(root.files.begin(), root.files.end());
  for (const std::string& environment : root.language->roots()[root.index].environments) {
    for (const std::string& path : root.language->environment_files({root.index, environment})) {
      files.erase(path);
    }
  }
  const std::vector<std::string> own = root.language->environment_files(unit);
  files.insert(own.begin(), own.end());
  for (const LinkedDocument& linked : documents) {
    files.insert(linked.document->files.begin(), linked.document->files.end());
  }
  return {files.begin(), files.end()};
}

bool is_excluded(const Configuration& configuration, const std::string& path) {
  return configuration.exclude &&
         std::ranges::any_of(*configuration.exclude,
                             [&path](const PathPattern& pattern) { return pattern.covers(path); });
}

/// It is named, or each of its files is.
bool is_excluded(const Configuration& configuration, const OpenedRoot& root) {
  if (!configuration.exclude) return false;
  return is_excluded(configuration, root.name()) ||
         std::ranges::all_of(root.files, [&configuration](const std::string& path) {
           return is_excluded(configuration, path);
         });
}

/// One of its variable or parameter files is.
bool is_excluded_environment(const OpenedRoot& root, const std::string& environment,
                             const Configuration& configuration) {
  const std::vector<std::string> own = root.language->environment_files({root.index, environment});
  return std::ranges::any_of(
      own, [&configuration](const std::string& path) { return is_excluded(configuration, path); });
}

/// Documents that are told to run elsewhere, and whatever is excluded.
bool is_left_out(const OpenedRoot& root, const Request& request, const Configuration& configuration) {
  const bool elsewhere = root.row->runs_anywhere && request.platform == Platform::automatic &&
                         configuration.platform == Platform::other;
  return elsewhere || is_excluded(configuration, root);
}

}  // namespace

Deployments::Deployments(const Request& request, const FileSystem& files,
                         const knowledge::Catalogue& catalogue,
                         const policy::SubscriptionRequest& subscription, SourceStore& sources,
                         AnalysisCache& cache, std::stop_token stop)
    : request_(request),
      files_(files),
      catalogue_(catalogue),
      subscription_(subscription),
      sources_(sources),
      cache_(cache),
      workspace_(request, files, catalogue, sources, cache.trees),
      analysis_key_(analysis_key(request, workspace_.listing())),
      resolver_(request.configuration, files, catalogue, sources),
      stop_(std::move(stop)),
      linker_(catalogue) {}

Result<std::vector<Deployments::Program>> Deployments::programs() {
  const bool may_run_any = std::ranges::any_of(
      workspace_.roots(), [](const OpenedRoot& root) { return !root.row->runs_anywhere; });
  std::vector<Program> programs;
  for (const OpenedRoot* document : workspace_.documents()) {
    const bool named = workspace_.is_named(*document);
    if (!named && !may_run_any) continue;
    const auto terms = this->terms(document->name());
    if (!terms) return terms.error();
    if (!is_left_out(*document, request_, *(*terms)->configuration))
      programs.push_back({document, *terms, named});
  }
  return programs;
}

std::optional<Error> Deployments::link_programs() {
  const auto found = programs();
  if (!found) return found.error();
  if (found->empty()) return std::nullopt;
  linker_.take_evidence(application_evidence(workspace_.listing(), files_, sources_, catalogue_));
  std::optional<Error> error;
  auto open = found->begin();  // what is settled stays so
  workspace_.visit_infrastructure([&](const OpenedRoot& root) {
    if (stop_.stop_requested()) return false;
    error = add_compute(root);
    open = std::find_if(open, found->end(), [this](const Program& program) { return !is_settled(program); });
    return !error && open != found->end();
  });
  if (error || stop_.stop_requested()) return error;
  for (const Program& program : *found)
    linker_.link(*program.document, program.terms->configuration->apps.value_or(std::vector<AppRule>()));
  return std::nullopt;
}

/// What is linked to no compute is judged by the kinds of all of it.
bool Deployments::is_settled(const Program& program) const {
  const bool by_kinds = !program.named || kind_of_all_compute(linker_.kinds(), *program.terms->edition) ==
                                              WorkloadKind::virtual_machine;
  return by_kinds && !program.terms->configuration->apps &&
         linker_.is_settled(*program.document, program.named);
}

std::optional<Error> Deployments::add_compute(const OpenedRoot& root) {
  const auto terms = this->terms(root.name());
  if (!terms) return terms.error();
  const bool compiled = !root.language->compiled_from(root.index).empty();
  if (compiled || is_excluded(*(*terms)->configuration, root) || workspace_.code_of(root) != nullptr)
    return std::nullopt;
  if (read_for_compute_.have_part(root)) return std::nullopt;
  for (const std::string& environment : root.language->roots()[root.index].environments) {
    if (is_excluded_environment(root, environment, *(*terms)->configuration)) continue;
    Evaluated evaluated{std::make_unique<ValueStore>(), {}};
    ValueStore& store = *evaluated.store;
    evaluated.shapes = root.language->evaluate({root.index, environment}, store);
    const Shapes& shapes = evaluated.shapes;
    const lowering::Lowered lowered =
        lowering::lower_resources(shapes, catalogue_, store, decoders(catalogue_.limits(), store));
    read_for_compute_.note(shapes);
    const std::vector<Event> events = shapes.met_so_far().events;
    const bool complete =
        std::ranges::find(events, EventKind::unresolved_module, &Event::kind) == events.end();
    linker_.add(root, environment, compute_of(lowered, catalogue_), complete);
    // Those that are judged are not evaluated again; a plan may be very large.
    constexpr std::size_t most_kept = 512;
    const bool judged = workspace_.is_named(root) && root.shows_signs && root.row->planned_from.empty();
    if (judged && evaluated_.size() < most_kept)
      evaluated_.emplace(std::pair(&root, environment), std::move(evaluated));
  }
  return std::nullopt;
}

bool Deployments::runs_named_documents(const OpenedRoot& root) const {
  return std::ranges::any_of(root.language->roots()[root.index].environments, [&](const std::string& name) {
    return std::ranges::any_of(linker_.documents_of(root, name), [this](const LinkedDocument& linked) {
      return workspace_.is_named(*linked.document);
    });
  });
}

bool Deployments::runs_documents(const OpenedRoot& root) const {
  return std::ranges::any_of(
      root.language->roots()[root.index].environments,
      [&](const std::string& environment) { return !linker_.documents_of(root, environment).empty(); });
}

std::vector<const OpenedRoot*> Deployments::roots() const {
  std::vector<const OpenedRoot*> roots;
  for (const OpenedRoot& root : workspace_.roots()) roots.push_back(&root);
  for (const OpenedRoot& root : workspace_.others()) {
    if (runs_named_documents(root)) roots.push_back(&root);
  }
  std::stable_partition(roots.begin(), roots.end(),
                        [](const OpenedRoot* root) { return !root->row->runs_anywhere; });
  std::stable_partition(roots.begin(), roots.end(),
                        [](const OpenedRoot* root) { return !root->row->planned_from.empty(); });
  return roots;
}

Result<Deployments::Run> Deployments::run(const OpenedRoot& root) {
  Run run;
  run.looked_at = root.shows_signs || runs_documents(root);
  const auto terms = this->terms(root.name());
  if (!terms && !run.looked_at) return run;  // nothing in it that a configuration could count for
  if (!terms) return terms.error();
  if (is_left_out(root, request_, *(*terms)->configuration)) {
    run.excluded.push_back({root.files, exclusion_of(root)});
    return run;
  }
  if (covered_[{root.language, root.index}].size() ==
      root.language->roots()[root.index].environments.size()) {
    run.stood_for = true;
    return run;
  }
  if (templates_read_.contains(root.name()) || files_read_.have_part(root) ||
      files_read_.have_document(root)) {
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
    if (is_excluded_environment(root, environment, *terms.configuration)) {
      run.excluded.push_back({root.language->environment_files(unit), exclusion_of(root)});
    } else if (linker_.is_linked(root, environment)) {
      continue;  // judged with the compute that runs it
    } else if (root.language->roots()[root.index].is_given) {
      continue;  // judged with those that it is given to
    } else if (root.shows_signs || !linker_.documents_of(root, environment).empty()) {
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
  UnitOutcome outcome{&plan, environment,
                      run_deployment({.catalogue = catalogue_,
                                      .terms = terms,
                                      .declared = declared,
                                      .documents = linker_.documents_of(code, environment),
                                      .in_azure = in_azure(terms)},
                                     std::move(shapes), store, {files_, sources_}, scripts)};
  if (values.contradicted()) return false;
  note(outcome.outcome);
  run.outcomes.push_back(std::move(outcome));
  return true;
}

void Deployments::note(const DeploymentOutcome& outcome) {
  templates_read_.insert(outcome.templates_read.begin(), outcome.templates_read.end());
  files_read_.note(outcome.files_read);
}

UnitOutcome Deployments::run(const OpenedRoot& root, const Unit& unit, const Terms& terms) {
  const DeclaredSubscriptions declared(subscription_, *terms.configuration, root.name(), unit.environment);
  const Judges judges{catalogue_,
                      terms,
                      declared,
                      unlinked_kind(root, terms),
                      linker_.documents_of(root, unit.environment),
                      in_azure(terms)};
  const auto make = [&] {
    Evaluated evaluated = evaluated_once(root, unit);
    WorkspaceScripts scripts = workspace_.scripts_of(root);
    return run_deployment(judges, std::move(evaluated.shapes), *evaluated.store, {files_, sources_}, scripts);
  };
  UnitOutcome outcome{&root, unit.environment, {}};
  const bool may_be_large = !root.row->planned_from.empty();  // plans
  const bool not_kept = may_be_large || root.language->reads_fetched_modules(root.index);
  outcome.outcome = not_kept ? make() : kept_or_made(root, unit, judges, make);
  note(outcome.outcome);
  return outcome;
}

Deployments::Evaluated Deployments::evaluated_once(const OpenedRoot& root, const Unit& unit) {
  if (auto known = evaluated_.extract({&root, unit.environment})) return std::move(known.mapped());
  Evaluated evaluated{std::make_unique<ValueStore>(), {}};
  evaluated.shapes = root.language->evaluate(unit, *evaluated.store);
  return evaluated;
}

DeploymentOutcome Deployments::kept_or_made(const OpenedRoot& root, const Unit& unit, const Judges& judges,
                                            const std::function<DeploymentOutcome()>& make) {
  const auto configuration = nearest_configuration(request_.configuration, files_, root.name());
  const std::string key = outcome_key(analysis_key_,
                                      {root, unit.environment, configuration.value_or(""),
                                       judges.unlinked_kind, judges.documents, judges.in_azure},
                                      sources_);
  const std::uint64_t file_bytes = catalogue_.limits().file_bytes;
  if (auto known = cache_.outcomes.find(key, files_, file_bytes, sources_)) return std::move(*known);
  DeploymentOutcome made = make();
  // Nothing tells when a module arrives in the folder where the Bicep compiler keeps them.
  if (!made.remote_modules.empty() && !request_.module_cache.empty()) return made;
  cache_.outcomes.keep(key, files_of(root, unit, judges.documents), made, files_, file_bytes, sources_);
  return made;
}

bool Deployments::in_azure(const Terms& terms) {
  const bool elsewhere =
      request_.platform == Platform::automatic && terms.configuration->platform == Platform::other;
  return !elsewhere && workspace_.in_azure();
}

WorkloadKind Deployments::unlinked_kind(const OpenedRoot& root, const Terms& terms) const {
  return root.row->runs_anywhere ? kind_of_all_compute(linker_.kinds(), *terms.edition)
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
