#include "engine/languages/config_language.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>

#include "base/path.h"
#include "engine/languages/config_reading.h"
#include "engine/workspace/byte_search.h"
#include "frontend/config/config.h"
#include "knowledge/catalogue.h"

namespace smtplint::engine {
namespace {

config::FileKnowledge file_knowledge(const knowledge::Catalogue& catalogue) {
  config::FileKnowledge known;
  known.is_other_schema = [&table = catalogue.configuration_files()](std::string_view schema) {
    return table.is_other_schema(schema);
  };
  known.format_of = [&table = catalogue.configuration_files()](std::string_view name) {
    const auto file = table.kind_of(name);
    const bool any = file && !file->kind->containers_only;
    return any ? std::optional(file->kind->format) : std::nullopt;
  };
  for (const knowledge::ContainerDocumentKind& kind : catalogue.container_documents().kinds()) {
    config::ContainerWords& words = known.containers.emplace_back();
    words = {kind.has,         kind.only,   kind.containers,        kind.needs,
             kind.environment, kind.image,  kind.address,           std::string(to_string(kind.kind)),
             kind.others,      kind.not_in, kind.environment_files, kind.variables,
             kind.base,        {}};
    for (const knowledge::NamedDocumentKind& named : kind.named)
      words.named.push_back({named.kind, named.settings, named.whole, named.single, named.secret});
  }
  known.template_marks = catalogue.configuration_files().template_marks();
  known.words = program_words(catalogue);
  return known;
}

/// Files that may be laid over each other: those of one kind in one folder.
using Family = std::pair<std::string, const knowledge::ConfigurationFileKind*>;

struct Found {
  std::vector<std::string> alone;
  std::vector<config::Profile> profiles;
};

class Roots {
 public:
  Roots(const knowledge::Catalogue& catalogue, const FileSystem& files)
      : table_(catalogue.configuration_files()), files_(files), containers_(begins_of(catalogue)) {}

  void add(const std::string& path) {
    const auto file = table_.kind_of(path);
    if (!file || (file->kind->containers_only && !may_hold_containers(path))) return;
    Found& found = families_[{std::string(folder_of(path)), file->kind}];
    if (table_.is_local(file->profile)) {
      left_out_.push_back({path, "a profile of developers' machines"});
    } else if (file->profile.empty()) {
      found.alone.push_back(path);
    } else {
      found.profiles.push_back({file->profile, path});
    }
  }

  /// A profile without a file below it stands on its own; so it does where several might be below it.
  std::vector<config::Root> finish() {
    std::vector<config::Root> roots;
    for (auto& [family, found] : families_) {
      const FileFormat format = family.second->format;
      const bool below = family.second->below_environment, containers = family.second->containers_only;
      for (std::string& path : found.alone) roots.push_back({format, std::move(path), {}, containers, below});
      if (found.alone.size() == 1) {
        roots.back().profiles = std::move(found.profiles);
        continue;
      }
      for (config::Profile& profile : found.profiles)
        roots.push_back({format, std::move(profile.path), {}, containers, below});
    }
    std::ranges::sort(roots, {}, &config::Root::path);
    return roots;
  }

  [[nodiscard]] const std::vector<LeftOut>& left_out() const { return left_out_; }

  [[nodiscard]] bool may_hold_containers(const std::string& path) const {
    constexpr std::size_t head_bytes = 4096;
    const auto head = files_.head(path, head_bytes);
    return head.ok() && containers_.found_in(*head);
  }

 private:
  static std::vector<std::string> begins_of(const knowledge::Catalogue& catalogue) {
    std::vector<std::string> begins;
    for (const auto& kind : catalogue.container_documents().kinds()) begins.push_back(kind.begins);
    return begins;
  }

  const knowledge::ConfigurationFiles& table_;
  const FileSystem& files_;
  ByteSearch containers_;
  std::map<Family, Found> families_;
  std::vector<LeftOut> left_out_;
};

class ConfigLanguage final : public Language {
 public:
  explicit ConfigLanguage(LanguageInput input)
      : project_(input.files, input.sources, config_limits(input.limits), file_knowledge(input.catalogue)) {
    const knowledge::ConfigurationFiles& table = input.catalogue.configuration_files();
    std::set<std::string> given;
    Roots roots(input.catalogue, input.files);
    for (const std::string& path : input.paths) roots.add(path);
    roots_ = roots.finish();
    left_out_ = roots.left_out();
    for (const config::Root& root : roots_) {
      infos_.push_back(info_of(root, table));
      const bool may_name = root.format == FileFormat::yaml && roots.may_hold_containers(root.path);
      named_.push_back(may_name ? project_.files_named(root) : config::NamedFiles());
      given.merge(named_.back().given);
    }
    for (RootInfo& info : infos_) info.is_given = given.contains(info.name);
  }

  [[nodiscard]] const std::vector<RootInfo>& roots() override { return infos_; }

  [[nodiscard]] std::vector<std::string> files_of(std::size_t root) override {
    std::vector<std::string> files{roots_[root].path};
    for (const config::Profile& profile : roots_[root].profiles) files.push_back(profile.path);
    const std::set<std::string>& named = named_[root].read;
    files.insert(files.end(), named.begin(), named.end());
    std::ranges::sort(files);
    files.erase(std::unique(files.begin(), files.end()), files.end());
    return files;
  }

  [[nodiscard]] Shapes evaluate(const Unit& unit, ValueStore& store) override {
    Shapes shapes = project_.evaluate(roots_[unit.root], unit.environment, store);
    const std::string_view folder = folder_of(roots_[unit.root].path);
    std::ranges::copy_if(left_out_, std::back_inserter(shapes.left_out),
                         [folder](const LeftOut& file) { return folder_of(file.path) == folder; });
    return shapes;
  }

 private:
  /// The file alone is in force too, unless one of its profiles is that of production.
  static RootInfo info_of(const config::Root& root, const knowledge::ConfigurationFiles& table) {
    RootInfo info{root.path, {}, true};
    const bool production = std::ranges::any_of(root.profiles, [&table](const config::Profile& profile) {
      return table.is_production(profile.name);
    });
    if (!production) info.environments.emplace_back();
    for (const config::Profile& profile : root.profiles) info.environments.push_back(profile.name);
    return info;
  }

  config::Project project_;
  std::vector<config::Root> roots_;
  std::vector<RootInfo> infos_;
  std::vector<config::NamedFiles> named_;  ///< by root
  std::vector<LeftOut> left_out_;
};

}  // namespace

std::unique_ptr<Language> open_config(LanguageInput input) {
  return std::make_unique<ConfigLanguage>(std::move(input));
}

}  // namespace smtplint::engine
