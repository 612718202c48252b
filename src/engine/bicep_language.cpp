#include "engine/bicep_language.h"

#include <algorithm>

#include "base/path.h"
#include "engine/arm_language.h"
#include "engine/named_environment.h"
#include "engine/path_filter.h"
#include "frontend/bicep/bicep.h"
#include "syntax/bicep/tree.h"

namespace smtplint::engine {
namespace {

bicep::Limits limits_of(const knowledge::Limits& limits) {
  return {.file_bytes = limits.file_bytes,
          .nesting = limits.nesting,
          .parse_progress_per_kilobyte = limits.parse_progress_per_kilobyte,
          .evaluation_steps = limits.evaluation_steps,
          .expansion = limits.expansion,
          .text_bytes = limits.text_bytes,
          .module_depth = limits.module_depth};
}

/// The files that the request names, and those beside a JSON file, which may hold their parameters. A
/// configuration may have to do with all of them.
bicep::Wanted wanted(const Request& request) {
  std::vector<std::string> folders;
  for (const std::string& path : request.paths) {
    if (path.empty() || path.ends_with(".yaml")) return {};
    if (!path.ends_with(".json")) continue;
    folders.emplace_back(folder_of(path));
    folders.emplace_back(folder_of(folder_of(path)));
  }
  if (request.paths.empty()) return {};
  return [filter = PathFilter(request.paths), folders](const std::string& path) {
    return filter.takes(path) || std::ranges::find(folders, folder_of(path)) != folders.end();
  };
}

class BicepLanguage final : public Language {
 public:
  explicit BicepLanguage(const LanguageInput& input)
      : templates_(input.files, input.sources, {}, arm_limits(input.limits)),
        project_(input.files, input.sources, input.paths, limits_of(input.limits), input.cache,
                 wanted(input.request), {&templates_, input.request.module_cache}) {
    for (bicep::Root root : project_.roots()) {
      root.environments =
          environments_of(root.environments, input.request.parameter_files, [&](const std::string& file) {
            return !bicep::is_parameter_file(file) || project_.template_of(file) == root.path;
          });
      RootInfo info{root.path, {}};
      for (const bicep::Environment& environment : root.environments)
        info.environments.push_back(environment.name);
      infos_.push_back(std::move(info));
      roots_.push_back(std::move(root));
    }
  }

  [[nodiscard]] const std::vector<RootInfo>& roots() override { return infos_; }

  [[nodiscard]] std::vector<std::string> files_of(std::size_t root) override {
    std::vector<std::string> files = roots_[root].used;
    files.push_back(roots_[root].path);
    for (const bicep::Environment& environment : roots_[root].environments) {
      files.insert(files.end(), environment.parameter_files.begin(), environment.parameter_files.end());
    }
    std::ranges::sort(files);
    return files;
  }

  [[nodiscard]] std::vector<std::string> environment_files(const Unit& unit) override {
    return environment(unit).parameter_files;
  }

  [[nodiscard]] Shapes evaluate(const Unit& unit, ValueStore& store) override {
    return project_.evaluate(roots_[unit.root], environment(unit), store);
  }

 private:
  [[nodiscard]] const bicep::Environment& environment(const Unit& unit) const {
    const auto& all = roots_[unit.root].environments;
    const auto found = std::ranges::find(all, unit.environment, &bicep::Environment::name);
    SMTPLINT_ASSERT(found != all.end());
    return *found;
  }

  arm::Project templates_;
  bicep::Project project_;
  std::vector<bicep::Root> roots_;
  std::vector<RootInfo> infos_;
};

}  // namespace

std::unique_ptr<Language> open_bicep(LanguageInput input) { return std::make_unique<BicepLanguage>(input); }

std::vector<Span> bicep_comments(const Source& source) {
  const auto tree = bicep::parse(source.text());
  return {tree->comments().begin(), tree->comments().end()};
}

}  // namespace smtplint::engine
