#include "engine/languages/config_roots.h"

#include <algorithm>

#include "base/path.h"
#include "engine/deployments/fingerprint.h"

namespace smtplint::engine {
namespace {

std::vector<std::string> begins_of(const knowledge::Catalogue& catalogue) {
  std::vector<std::string> begins;
  for (const auto& kind : catalogue.container_documents().kinds()) begins.push_back(kind.begins);
  return begins;
}

}  // namespace

ConfigRoots::ConfigRoots(const knowledge::Catalogue& catalogue, const FileSystem& files)
    : table_(catalogue.configuration_files()),
      files_(files),
      file_bytes_(catalogue.limits().file_bytes),
      containers_(begins_of(catalogue)) {}

void ConfigRoots::add(const std::string& path) {
  const auto file = table_.kind_of(path);
  if (!file || (file->kind->containers_only && !may_hold_containers(path))) return;
  (is_link(path) ? links_ : candidates_).push_back({path, *file});
}

bool ConfigRoots::may_hold_containers(const std::string& path) const {
  constexpr std::size_t head_bytes = 4096;
  const auto head = files_.head(path, head_bytes);
  return head.ok() && containers_.found_in(*head);
}

bool ConfigRoots::is_link(const std::string& path) {
  const std::string folder(folder_of(path));
  const auto [known, added] = folders_.try_emplace(folder);
  if (added) known->second = files_.list(folder);
  const auto entry = std::ranges::find(known->second, file_name(path), &FolderEntry::name);
  return entry != known->second.end() && entry->is_link;
}

const std::set<std::string>& ConfigRoots::texts_in(FileFormat format) {
  const auto [known, added] = texts_.try_emplace(format);
  if (!added) return known->second;
  for (const Candidate& candidate : candidates_) {
    if (candidate.file.kind->format != format) continue;
    const auto text = files_.read(candidate.path, file_bytes_);
    if (text.ok()) known->second.insert(fingerprint(*text));
  }
  return known->second;
}

/// A file that counts under its own name does not count under that of a link once more.
bool ConfigRoots::leads_to_another(const Candidate& link) {
  const auto text = files_.read(link.path, file_bytes_);
  return text.ok() && texts_in(link.file.kind->format).contains(fingerprint(*text));
}

void ConfigRoots::take(const Candidate& candidate) {
  const auto& [path, file] = candidate;
  Found& found = families_[{std::string(folder_of(path)), file.kind}];
  if (table_.is_local(file.profile)) {
    left_out_.push_back({path, "a profile of developers' machines"});
  } else if (table_.is_sample(path)) {
    found.samples.push_back(path);
  } else if (file.profile.empty()) {
    found.alone.push_back(path);
  } else {
    found.profiles.push_back({file.profile, path});
  }
}

std::vector<config::Root> ConfigRoots::finish() {
  std::erase_if(links_, [this](const Candidate& link) { return leads_to_another(link); });
  candidates_.insert(candidates_.end(), links_.begin(), links_.end());
  std::ranges::sort(candidates_, {}, &Candidate::path);
  for (const Candidate& candidate : candidates_) take(candidate);
  std::vector<config::Root> roots;
  for (auto& [family, found] : families_) {
    const knowledge::ConfigurationFileKind& kind = *family.second;
    const auto root_of = [&kind](std::string path) {
      return config::Root{.format = kind.format,
                          .path = std::move(path),
                          .profiles = {},
                          .containers_only = kind.containers_only,
                          .below_environment = kind.below_environment,
                          .document_profiles = kind.document_profiles};
    };
    for (std::string& path : found.samples) roots.push_back(root_of(std::move(path)));
    for (std::string& path : found.alone) roots.push_back(root_of(std::move(path)));
    if (found.alone.size() == 1) {
      roots.back().profiles = std::move(found.profiles);
      continue;
    }
    for (config::Profile& profile : found.profiles) roots.push_back(root_of(std::move(profile.path)));
  }
  std::ranges::sort(roots, {}, &config::Root::path);
  return roots;
}

}  // namespace smtplint::engine
