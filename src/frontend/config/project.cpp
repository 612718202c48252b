#include <algorithm>
#include <iterator>
#include <set>
#include <unordered_map>
#include <utility>

#include "base/letter_case.h"
#include "base/path.h"
#include "frontend/config/block_text.h"
#include "frontend/config/config.h"
#include "frontend/config/container_settings.h"
#include "frontend/config/containers.h"
#include "frontend/config/document_layers.h"
#include "frontend/config/named_documents.h"
#include "frontend/config/named_files.h"
#include "frontend/config/profile_condition.h"
#include "frontend/config/read_files.h"
#include "frontend/config/settings_writer.h"

namespace smtplint::config {

void lay_over(Settings& base, Settings profile) {
  std::unordered_map<std::string, std::size_t> places;
  for (std::size_t i = 0; i < base.values.size(); ++i) places.emplace(lower_case(base.values[i].path), i);
  for (Setting& setting : profile.values) {
    const auto same = places.find(lower_case(setting.path));
    if (same == places.end()) {
      base.values.push_back(std::move(setting));
    } else {
      base.values[same->second] = std::move(setting);
    }
  }
  base.complete = base.complete && profile.complete;
}

struct Project::State {
  State(const FileSystem& file_system, SourceStore& sources, const Limits& limits, FileKnowledge knowledge)
      : files(file_system, sources, limits, std::move(knowledge)), named(files) {}

  ReadFiles files;
  NamedDocuments named;

  std::vector<Settings> settings_of(const std::string& path, const Root& root, ValueStore& store,
                                    Shapes& shapes) {
    const File& file = files.read(path, root.format);
    std::vector<Settings> settings;
    if (!file.gap().empty()) {
      shapes.left_out.push_back({path, file.gap()});
      return settings;
    }
    for (std::size_t i = 0; i < file.reading.documents.size(); ++i)
      add_document({path, &file, i}, root, store, settings, shapes.left_out);
    if (path == root.path) leave_out_filled_in(root, settings);
    if (!file.reading.problems.empty() && !(root.containers_only && settings.empty())) {
      for (Settings& block : settings) block.complete = false;
      const Problem& first = file.reading.problems.front();
      shapes.events.push_back({EventKind::syntax_error, {file.source, first.span}, first.message});
    }
    return settings;
  }

  /// What only fills in other documents is judged with these.
  static void leave_out_filled_in(const Root& root, std::vector<Settings>& settings) {
    for (Settings& block : settings) {
      std::erase_if(block.values,
                    [&root](const Setting& setting) { return root.filled_in.contains(setting.path); });
    }
  }

  /// What counts of them under a profile.
  std::vector<Settings> settings_of(const std::string& path, const Root& root, std::string_view profile,
                                    ValueStore& store, Shapes& shapes) {
    std::vector<Settings> documents = settings_of(path, root, store, shapes);
    const bool layers = !root.document_profiles.empty() || root.format == Format::properties;
    return layers ? laid_over_each_other(std::move(documents), root, profile) : documents;
  }

  /// One block for each container, and one for what stands outside of them.
  void add_document(const DocumentPlace& document, const Root& root, ValueStore& store,
                    std::vector<Settings>& settings, std::vector<LeftOut>& left_out) {
    SettingsWriter writer(files, *document.file, store);
    const std::uint32_t most = files.limits().settings;
    const auto parts = containers_in(document.node(), document.path, files.knowledge().containers);
    if (!parts) {
      if (!root.containers_only) settings.push_back(writer.write(document.node(), root, most));
      return;
    }
    ContainerSettings containers(files, named, root, document, *parts, store);
    for (const Container& container : parts->containers) settings.push_back(containers.of(container));
    std::ranges::move(containers.take_missing(), std::back_inserter(left_out));
    if (!parts->words->others || named.is_taken(document)) return;
    Settings& others = settings.emplace_back(writer.write(document.node(), root, most));
    others.runner = {parts->address, parts->words->kind};
    std::erase_if(others.values, [&parts](const Setting& setting) {
      return std::ranges::any_of(parts->containers, [&setting](const Container& container) {
        return setting.path.starts_with(container.path + ".");
      });
    });
    const NamedDocumentWords* words = named_words_of(document.node(), files.knowledge().containers);
    if (words == nullptr || !words->secret) return;
    for (Setting& setting : others.values) setting.value = store.as_sensitive(setting.value);
  }
};

Project::Project(const FileSystem& files, SourceStore& sources, const Limits& limits, FileKnowledge knowledge)
    : state_(new State(files, sources, limits, std::move(knowledge))) {}

Project::~Project() = default;

NamedFiles Project::files_named(const Root& root) {
  NamedFilesFinder finder(state_->files, state_->named);
  finder.look_into(root.path, root.format);
  for (const Profile& profile : root.profiles) finder.look_into(profile.path, root.format);
  return finder.finish();
}

namespace {

/// What is below a block of a profile: that of the same container, or else the document at the same place.
Settings* below(std::vector<Settings>& base, std::size_t count, const Settings& block, std::size_t index) {
  const std::string& runner = block.runner.address;
  if (runner.empty()) return index < count && base[index].runner.address.empty() ? &base[index] : nullptr;
  const auto end = base.begin() + static_cast<std::ptrdiff_t>(count);
  const auto same = std::find_if(base.begin(), end, [&](const Settings& one) {
    return one.runner.address == runner && one.profile.empty();
  });
  return same == end ? nullptr : &*same;
}

/// A container's own variables count before those of files that it is given, whichever document says so.
void leave_out_given(const Settings& base, Settings& profile) {
  const auto is_own = [](const Setting& setting, const Settings& block) {
    return setting.key_place.source == block.place.source;
  };
  std::erase_if(profile.values, [&](const Setting& setting) {
    const auto same = std::ranges::find(base.values, setting.path, &Setting::path);
    return same != base.values.end() && is_own(*same, base) && !is_own(setting, profile);
  });
}

}  // namespace

namespace {

/// Lays a document of a profile over what it belongs to.
void lay_profile_over(std::vector<Settings>& base, std::vector<Settings> layers, std::string_view profile) {
  const std::size_t count = base.size();
  for (std::size_t i = 0; i < layers.size(); ++i) {
    Settings* found = below(base, count, layers[i], i);
    if (found == nullptr) {
      found = &base.emplace_back(std::move(layers[i]));
    } else {
      if (!layers[i].image.value.is_absent()) found->image = layers[i].image;
      leave_out_given(*found, layers[i]);
      lay_over(*found, std::move(layers[i]));
    }
    found->profile = profile;
    found->layer = SettingsLayer::profile;
  }
}

}  // namespace

std::vector<std::string> Project::document_profiles(const Root& root) {
  std::vector<std::string> names;
  if (root.document_profiles.empty()) return names;
  ValueStore store;
  Shapes shapes;
  for (const Settings& document : state_->settings_of(root.path, root, store, shapes))
    std::ranges::move(profiles_named(document, root), std::back_inserter(names));
  for (const Profile& file : root.profiles) {
    for (const Settings& document : state_->settings_of(file.path, root, store, shapes)) {
      for (const std::string& name : profiles_named(document, root))
        if (name != file.name) names.push_back(file.name + "&" + name);
    }
  }
  return names;
}

Shapes Project::evaluate(const Root& root, std::string_view profile, ValueStore& store) {
  Shapes shapes;
  shapes.settings = state_->settings_of(root.path, root, profile, store, shapes);
  const std::set<std::string> active = profiles_of(profile);
  for (const Profile& above : root.profiles) {
    if (!active.contains(above.name)) continue;
    lay_profile_over(shapes.settings, state_->settings_of(above.path, root, profile, store, shapes), profile);
  }
  return shapes;
}

FileNames file_names() {
  static constexpr std::string_view globs[] = {
      ".env*",        "env.*",    "*.env", "*.json", "*.yaml",      "*.yml",        "*.toml",
      "*.properties", "*.config", "*.xml", "*.ini",  "*.cfg",       "*.conf",       "*.template",
      "*.py",         "*.php",    "*.rb",  "*.ps1",  "Dockerfile*", "*.dockerfile", "Containerfile"};
  return {globs, true};
}

}  // namespace smtplint::config
