#include "engine/deployments.h"

#include <algorithm>

#include "engine/configuration/declared_subscription.h"

namespace smtplint::engine {
namespace {

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

Result<std::vector<UnitOutcome>> Deployments::run(const OpenedRoot& root, std::vector<Excluded>& excluded) {
  const RootInfo& info = root.language->roots()[root.index];
  const auto terms = this->terms(info.name);
  if (!terms) return terms.error();
  const Configuration& configuration = *(*terms)->configuration;
  const auto by = [&] {
    return nearest_configuration(request_.configuration, files_, info.name).value_or("");
  };
  std::vector<UnitOutcome> outcomes;
  if (is_excluded(configuration, info.name)) {
    excluded.push_back({root.files, by()});
    return outcomes;
  }
  for (const std::string& environment : info.environments) {
    if (stop_.stop_requested()) return stopped();
    const Unit unit{root.index, environment};
    std::vector<std::string> own = root.language->environment_files(unit);
    if (std::ranges::any_of(own, [&](const std::string& path) { return is_excluded(configuration, path); })) {
      excluded.push_back({std::move(own), by()});
    } else if (root.shows_signs) {
      outcomes.push_back(run(root, unit, **terms));
    }
  }
  return outcomes;
}

UnitOutcome Deployments::run(const OpenedRoot& root, const Unit& unit, const Terms& terms) {
  const DeclaredSubscriptions declared(subscription_, *terms.configuration, root.name(), unit.environment);
  ValueStore store;
  const Judges judges{catalogue_, terms, declared};
  return {&root, unit.environment,
          run_deployment(judges, root.language->evaluate(unit, store), store, sources_)};
}

Result<const Terms*> Deployments::terms(const std::string& path) {
  const auto configuration = resolver_.of(path);
  if (!configuration) return configuration.error();
  const Terms*& known = by_configuration_[*configuration];
  if (known == nullptr) known = &terms_.emplace_back(terms_of(request_, **configuration, catalogue_));
  return known;
}

}  // namespace smtplint::engine
