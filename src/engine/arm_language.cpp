#include "engine/arm_language.h"

#include <algorithm>

#include "frontend/arm/arm.h"
#include "syntax/json/tree.h"

namespace smtplint::engine {
namespace {

arm::Limits limits_of(const knowledge::Limits& limits) {
  return {.file_bytes = limits.file_bytes,
          .nesting = limits.nesting,
          .parse_progress_per_kilobyte = limits.parse_progress_per_kilobyte,
          .evaluation_steps = limits.evaluation_steps,
          .expansion = limits.expansion,
          .text_bytes = limits.text_bytes,
          .module_depth = limits.module_depth};
}

class ArmLanguage final : public Language {
 public:
  explicit ArmLanguage(const LanguageInput& input)
      : project_(input.files, input.sources, input.paths, limits_of(input.limits)) {
    for (const arm::Root& root : project_.roots()) {
      RootInfo info{root.path, {}};
      for (const arm::Environment& environment : root.environments)
        info.environments.push_back(environment.name);
      infos_.push_back(std::move(info));
    }
  }

  [[nodiscard]] const std::vector<RootInfo>& roots() override { return infos_; }

  [[nodiscard]] std::vector<std::string> files_of(std::size_t root) override {
    std::vector<std::string> files = project_.roots()[root].linked;
    files.push_back(project_.roots()[root].path);
    for (const arm::Environment& environment : project_.roots()[root].environments) {
      files.insert(files.end(), environment.parameter_files.begin(), environment.parameter_files.end());
    }
    std::ranges::sort(files);
    return files;
  }

  [[nodiscard]] std::string compiled_from(std::size_t root) override {
    return project_.compiled_from(project_.roots()[root]);
  }

  [[nodiscard]] std::vector<std::string> environment_files(const Unit& unit) override {
    return environment(unit).parameter_files;
  }

  [[nodiscard]] Shapes evaluate(const Unit& unit, ValueStore& store) override {
    return project_.evaluate(project_.roots()[unit.root], environment(unit), store);
  }

 private:
  [[nodiscard]] const arm::Environment& environment(const Unit& unit) const {
    const auto& all = project_.roots()[unit.root].environments;
    const auto found = std::ranges::find(all, unit.environment, &arm::Environment::name);
    SMTPLINT_ASSERT(found != all.end());
    return *found;
  }

  arm::Project project_;
  std::vector<RootInfo> infos_;
};

}  // namespace

std::unique_ptr<Language> open_arm(LanguageInput input) { return std::make_unique<ArmLanguage>(input); }

std::vector<Span> arm_comments(const Source& source) {
  const auto tree = json::parse(source.text());
  return {tree->comments().begin(), tree->comments().end()};
}

}  // namespace smtplint::engine
