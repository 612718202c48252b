#include "engine/applications/linker.h"

#include <algorithm>

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

bool is_stronger(const ApplicationEvidence& one, const ApplicationEvidence& other) {
  if (one.says != other.says) return one.says < other.says;
  return one.folder.size() > other.folder.size();
}

}  // namespace

void ApplicationLinker::add(const OpenedRoot& root, const std::string& environment,
                            std::vector<Compute> compute) {
  for (const Compute& one : compute) {
    if (can_run_programs(one.kind)) runners_.insert({&root, one.address});
  }
  units_.push_back({&root, environment, std::move(compute)});
}

/// Of all that fits a document, the strongest evidence counts, and the folder that is nearest to it.
std::optional<model::Link> ApplicationLinker::by_evidence(const std::string& path,
                                                          const Compute& compute) const {
  const ApplicationEvidence* best = nullptr;
  for (const ApplicationEvidence& one : evidence_) {
    if (!is_within(path, one.folder)) continue;
    if (best == nullptr || is_stronger(one, *best)) best = &one;
  }
  if (best == nullptr) return std::nullopt;
  for (const ApplicationEvidence& one : evidence_) {
    const bool as_strong = one.says == best->says && one.folder == best->folder;
    if (as_strong && names(one, compute)) return model::Link{kind_of(one.says), one.name, one.place};
  }
  return std::nullopt;
}

std::optional<model::Link> ApplicationLinker::link_of(const OpenedRoot& document, const Compute& compute,
                                                      const std::vector<AppRule>& apps) const {
  if (auto link = by_evidence(document.name(), compute)) return link;
  for (const AppRule& app : apps) {
    if (app.path.covers(document.name()) && app.runs_on.matches(compute.address))
      return model::Link{Kind::configured, compute.address, app.place};
  }
  return std::nullopt;
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

void ApplicationLinker::link(const OpenedRoot& document, const std::vector<AppRule>& apps) {
  const auto add_link = [&](const Unit& unit, const Compute& compute, model::Link link) {
    std::string profile = profile_of(document, unit, compute);
    linked_.insert({&document, profile});
    documents_[{unit.root, unit.environment}].push_back(
        {&document, std::move(profile), compute.address, std::move(link)});
  };
  bool found = false;
  for (const Unit& unit : units_) {
    for (const Compute& compute : unit.compute) {
      auto link = link_of(document, compute, apps);
      if (!link) continue;
      found = true;
      add_link(unit, compute, std::move(*link));
    }
  }
  if (found || runners_.size() != 1) return;
  for (const Unit& unit : units_) {
    for (const Compute& compute : unit.compute) {
      if (can_run_programs(compute.kind))
        add_link(unit, compute, {Kind::only_compute, compute.address, compute.place});
    }
  }
}

std::span<const LinkedDocument> ApplicationLinker::documents_of(const OpenedRoot& root,
                                                                const std::string& environment) const {
  const auto documents = documents_.find({&root, environment});
  return documents == documents_.end() ? std::span<const LinkedDocument>() : documents->second;
}

std::set<WorkloadKind> ApplicationLinker::kinds() const {
  std::set<WorkloadKind> kinds;
  for (const Unit& unit : units_) {
    for (const Compute& compute : unit.compute) kinds.insert(compute.kind);
  }
  return kinds;
}

}  // namespace smtplint::engine
