#include "engine/applications/linker.h"

#include <algorithm>
#include <limits>

#include "base/letter_case.h"
#include "base/path.h"

namespace smtplint::engine {
namespace {

using knowledge::ApplicationLinkKind;
using Kind = model::Link::Kind;

Kind kind_of(ApplicationLinkKind::Says says) {
  switch (says) {
    case ApplicationLinkKind::Says::service:
      return Kind::service;
    case ApplicationLinkKind::Says::image:
      return Kind::image;
    case ApplicationLinkKind::Says::resource:
      break;
  }
  return Kind::deployment;
}

bool names(const ApplicationEvidence& evidence, const Compute& compute) {
  switch (evidence.says) {
    case ApplicationLinkKind::Says::service:
      return equal_ignoring_case(evidence.name, compute.service);
    case ApplicationLinkKind::Says::resource:
      return equal_ignoring_case(evidence.name, compute.name);
    case ApplicationLinkKind::Says::image:
      break;
  }
  const std::string repository = repository_of(evidence.name);
  return !repository.empty() && std::ranges::any_of(compute.images, [&repository](const std::string& image) {
    return equal_ignoring_case(repository_of(image), repository);
  });
}

/// The strongest evidence first, then the folder that is nearest to its documents.
std::pair<ApplicationLinkKind::Says, std::size_t> weakness(const ApplicationEvidence& evidence) {
  return {evidence.says, std::numeric_limits<std::size_t>::max() - evidence.folder.size()};
}

}  // namespace

void ApplicationLinker::add(const OpenedRoot& root, const std::string& environment,
                            std::vector<Compute> compute, bool complete) {
  complete_ = complete_ && complete;
  for (const Compute& one : compute) {
    kinds_.insert(one.kind);
    if (one.kind == WorkloadKind::unknown) complete_ = false;
    if (catalogue_.compute_kinds()[one.kind].runs_programs)
      runners_.insert_or_assign({&root, one.address}, one.kind);
  }
  units_.push_back({&root, environment, std::move(compute)});
}

bool ApplicationLinker::may_run(WorkloadKind kind, const OpenedRoot& document) const {
  const auto only = document.language->roots()[document.index].runs_on;
  return only ? kind == *only : catalogue_.compute_kinds()[kind].runs_programs;
}

std::size_t ApplicationLinker::runners_of(const OpenedRoot& document) const {
  return static_cast<std::size_t>(
      std::ranges::count_if(runners_, [&](const auto& runner) { return may_run(runner.second, document); }));
}

std::vector<ApplicationLinker::Candidate> ApplicationLinker::by_evidence(const OpenedRoot& document) const {
  const std::string& path = document.name();
  const bool anywhere = !document.language->roots()[document.index].runs_on;
  std::vector<Candidate> candidates;
  for (const ApplicationEvidence& evidence : evidence_) {
    if (!is_within(path, evidence.folder)) continue;
    if (!candidates.empty() && weakness(*candidates.front().evidence) < weakness(evidence)) continue;
    for (const Unit& unit : units_) {
      for (const Compute& compute : unit.compute) {
        if (!names(evidence, compute) || !(anywhere || may_run(compute.kind, document))) continue;
        if (!candidates.empty() && weakness(evidence) < weakness(*candidates.front().evidence))
          candidates.clear();
        candidates.push_back({&unit, &compute, &evidence});
      }
    }
  }
  return candidates;
}

/// What the compute chooses, else the profile that is named like the environment, else that of production.
std::string ApplicationLinker::profile_of(const OpenedRoot& document, const Unit& unit,
                                          const Compute& compute) const {
  const std::vector<std::string>& profiles = document.language->roots()[document.index].environments;
  const auto named = [&profiles](std::string_view name) {
    return std::ranges::find_if(
        profiles, [name](const std::string& profile) { return equal_ignoring_case(profile, name); });
  };
  if (!compute.profile.empty()) {
    const auto chosen = named(compute.profile);
    return chosen == profiles.end() ? std::string() : *chosen;
  }
  const auto alike = named(unit.environment);
  if (!unit.environment.empty() && alike != profiles.end()) return *alike;
  const auto production = std::ranges::find_if(profiles, [this](const std::string& profile) {
    return catalogue_.configuration_files().is_production(profile);
  });
  return production == profiles.end() ? std::string() : *production;
}

void ApplicationLinker::add_link(const OpenedRoot& document, const Unit& unit, const Compute& compute,
                                 model::Link link) {
  std::string profile = profile_of(document, unit, compute);
  linked_.insert({&document, profile});
  documents_[{unit.root, unit.environment}].push_back(
      {&document, std::move(profile), compute.address, std::move(link)});
}

void ApplicationLinker::link(const OpenedRoot& document, const std::vector<AppRule>& apps) {
  if (catalogue_.configuration_files().is_sample(document.name())) return;
  const auto file = catalogue_.configuration_files().kind_of(document.name());
  if (file && !file->kind->deployed && !document.language->roots()[document.index].runs_on) return;
  if (link_by_evidence(document) || link_as_configured(document, apps)) return;
  if (document.language->roots()[document.index].is_given) return;
  if (!complete_ || runners_of(document) != 1) return;
  for (const Unit& unit : units_) {
    for (const Compute& compute : unit.compute) {
      if (may_run(compute.kind, document))
        add_link(document, unit, compute, {Kind::only_compute, compute.address, compute.place});
    }
  }
}

bool ApplicationLinker::link_by_evidence(const OpenedRoot& document) {
  const std::vector<Candidate> candidates = by_evidence(document);
  std::set<const Compute*> done;
  for (const auto& [unit, compute, evidence] : candidates) {
    if (done.insert(compute).second)
      add_link(document, *unit, *compute, {kind_of(evidence->says), evidence->name, evidence->place});
  }
  return !candidates.empty();
}

bool ApplicationLinker::link_as_configured(const OpenedRoot& document, const std::vector<AppRule>& apps) {
  bool found = false;
  for (const Unit& unit : units_) {
    for (const Compute& compute : unit.compute) {
      const auto rule = std::ranges::find_if(apps, [&](const AppRule& app) {
        return app.path.covers(document.name()) && app.runs_on.matches(compute.address);
      });
      if (rule == apps.end()) continue;
      found = true;
      add_link(document, unit, compute, {Kind::configured, compute.address, rule->place});
    }
  }
  return found;
}

std::span<const LinkedDocument> ApplicationLinker::documents_of(const OpenedRoot& root,
                                                                const std::string& environment) const {
  const auto documents = documents_.find({&root, environment});
  return documents == documents_.end() ? std::span<const LinkedDocument>() : documents->second;
}

bool ApplicationLinker::is_settled(const OpenedRoot& document, bool asked_for) const {
  const ApplicationEvidence* strongest = nullptr;
  for (const ApplicationEvidence& evidence : evidence_) {
    if (!is_within(document.name(), evidence.folder)) continue;
    if (strongest == nullptr || weakness(evidence) < weakness(*strongest)) strongest = &evidence;
  }
  if (strongest == nullptr) return runners_of(document) > 1 || !complete_;
  if (asked_for) return false;
  const std::vector<Candidate> candidates = by_evidence(document);
  return !candidates.empty() && weakness(*candidates.front().evidence) == weakness(*strongest);
}

}  // namespace smtplint::engine
