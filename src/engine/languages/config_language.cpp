#include "engine/languages/config_language.h"

#include <algorithm>
#include <iterator>
#include <set>

#include "base/path.h"
#include "engine/languages/config_reading.h"
#include "engine/languages/config_roots.h"
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
    words = {kind.has,
             kind.only,
             kind.containers,
             kind.needs,
             kind.environment,
             kind.image,
             kind.address,
             std::string(to_string(kind.kind)),
             kind.others,
             kind.not_in,
             kind.environment_files,
             kind.variables,
             kind.include,
             kind.base,
             {}};
    for (const knowledge::NamedDocumentKind& named : kind.named)
      words.named.push_back({named.kind, named.settings, named.whole, named.single, named.secret});
  }
  known.template_marks = catalogue.configuration_files().template_marks();
  known.words = program_words(catalogue);
  return known;
}

/// Each is an environment of its own.
constexpr std::size_t most_profiles = 64;

class ConfigLanguage final : public Language {
 public:
  explicit ConfigLanguage(LanguageInput input)
      : project_(input.files, input.sources, config_limits(input.limits), file_knowledge(input.catalogue)) {
    const knowledge::ConfigurationFiles& table = input.catalogue.configuration_files();
    std::set<std::string> given;
    ConfigRoots roots(input.catalogue, input.files);
    for (const std::string& path : input.paths) roots.add(path);
    roots_ = roots.finish();
    left_out_ = roots.left_out();
    for (const config::Root& root : roots_) {
      infos_.push_back(info_of(root, profiles_of(root, table), table));
      const bool may_name = root.format == FileFormat::yaml && roots.may_hold_containers(root.path);
      named_.push_back(may_name ? project_.files_named(root) : config::NamedFiles());
      given.merge(named_.back().given);
      infos_.back().runs_on = runs_on(table.kind_of(root.path), named_.back().kinds);
    }
    for (RootInfo& info : infos_) info.is_given = given.contains(info.name);
    for (const config::NamedFiles& named : std::vector(named_)) tell_included(named);
    for (std::size_t i = 0; i < roots_.size(); ++i) tell_variables(i);
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
  [[nodiscard]] std::size_t index_of(const std::string& path) const {
    return static_cast<std::size_t>(std::ranges::find(roots_, path, &config::Root::path) - roots_.begin());
  }

  /// What a document says of others that it includes.
  void tell_included(const config::NamedFiles& named) {
    for (const auto& [path, variables] : named.included) {
      const std::size_t root = index_of(path);
      if (root == roots_.size()) continue;
      roots_[root].variable_files = variables;
      named_[root].read.insert(variables.begin(), variables.end());
    }
  }

  /// What of the files with its variables a document takes over.
  void tell_variables(std::size_t document) {
    std::vector<std::string> files = roots_[document].variable_files;
    if (files.empty()) files.push_back(named_[document].variables);
    for (const std::string& file : files) {
      const std::size_t root = index_of(file);
      if (root == roots_.size()) continue;
      const std::set<std::string>& names = named_[document].asked_for;
      roots_[root].filled_in.insert(names.begin(), names.end());
    }
  }

  /// What the name of a file says, else what all of its documents say.
  static std::optional<WorkloadKind> runs_on(const std::optional<knowledge::ConfigurationFile>& file,
                                             const std::set<std::string>& kinds) {
    if (file && file->kind->runs_on) return file->kind->runs_on;
    const auto kind = kinds.size() == 1 ? workload_kind_from(*kinds.begin()) : std::nullopt;
    return kind == WorkloadKind::unknown ? std::nullopt : kind;
  }

  /// Those of the files that are laid over a root, and those of its own documents.
  std::vector<std::string> profiles_of(const config::Root& root, const knowledge::ConfigurationFiles& table) {
    std::vector<std::string> names;
    for (const config::Profile& profile : root.profiles) names.push_back(profile.name);
    for (std::string& name : project_.document_profiles(root)) {
      if (table.is_local(name) || std::ranges::find(names, name) != names.end()) continue;
      if (names.size() >= most_profiles) {
        left_out_.push_back({root.path, "its documents speak of more than " + std::to_string(most_profiles) +
                                            " profiles; the others are not judged"});
        break;
      }
      names.push_back(std::move(name));
    }
    return names;
  }

  /// The file alone is in force too, unless one of its profiles is that of production.
  static RootInfo info_of(const config::Root& root, std::vector<std::string> profiles,
                          const knowledge::ConfigurationFiles& table) {
    RootInfo info{root.path, std::move(profiles), true};
    const bool production = std::ranges::any_of(
        info.environments, [&table](const std::string& profile) { return table.is_production(profile); });
    if (!production) info.environments.insert(info.environments.begin(), std::string());
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
