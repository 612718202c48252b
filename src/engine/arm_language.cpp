#include "engine/arm_language.h"

#include <algorithm>
#include <iterator>

#include "engine/named_environment.h"
#include "frontend/arm/arm.h"
#include "frontend/bicep/bicep.h"
#include "syntax/json/tree.h"

namespace smtplint::engine {

arm::Limits arm_limits(const knowledge::Limits& limits) {
  return {.file_bytes = limits.file_bytes,
          .nesting = limits.nesting,
          .parse_progress_per_kilobyte = limits.parse_progress_per_kilobyte,
          .evaluation_steps = limits.evaluation_steps,
          .expansion = limits.expansion,
          .text_bytes = limits.text_bytes,
          .module_depth = limits.module_depth};
}

namespace {

/// What a template meets, after what its parameter files in Bicep met.
class LogWithParameters final : public EvaluationLog {
 public:
  LogWithParameters(std::shared_ptr<const EvaluationLog> log, Shapes parameters)
      : log_(std::move(log)), parameters_(std::move(parameters)) {}

  [[nodiscard]] const std::vector<Event>& events() const override {
    return joined(events_, parameters_.events, log_ == nullptr ? nullptr : &log_->events());
  }
  [[nodiscard]] const std::vector<LeftOut>& left_out() const override {
    return joined(left_out_, parameters_.left_out, log_ == nullptr ? nullptr : &log_->left_out());
  }
  [[nodiscard]] const std::vector<std::string>& files_read() const override {
    return joined(files_read_, parameters_.files_read, log_ == nullptr ? nullptr : &log_->files_read());
  }

 private:
  template <typename T>
  static const std::vector<T>& joined(std::vector<T>& all, const std::vector<T>& first,
                                      const std::vector<T>* second) {
    all = first;
    if (second != nullptr) all.insert(all.end(), second->begin(), second->end());
    return all;
  }

  std::shared_ptr<const EvaluationLog> log_;
  Shapes parameters_;
  mutable std::vector<Event> events_;
  mutable std::vector<LeftOut> left_out_;
  mutable std::vector<std::string> files_read_;
};

class ArmLanguage final : public Language {
 public:
  explicit ArmLanguage(const LanguageInput& input)
      : project_(input.files, input.sources, input.paths, arm_limits(input.limits)),
        bicep_files_(input.files, input.sources, {}, arm_limits(input.limits), input.cache) {
    const auto uses = [this](const std::string& file, const arm::Root& root) {
      return bicep::is_parameter_file(file) && bicep_files_.template_of(file) == root.path;
    };
    for (arm::Root root : project_.roots()) {
      for (const std::string& file : input.workspace) {
        if (uses(file, root)) add_environment(file, root);
      }
      root.environments = environments_of(
          root.environments, input.request.parameter_files,
          [&](const std::string& file) { return !bicep::is_parameter_file(file) || uses(file, root); });
      RootInfo info{root.path, {}};
      for (const arm::Environment& environment : root.environments)
        info.environments.push_back(environment.name);
      infos_.push_back(std::move(info));
      roots_.push_back(std::move(root));
    }
  }

  [[nodiscard]] const std::vector<RootInfo>& roots() override { return infos_; }

  [[nodiscard]] std::vector<std::string> files_of(std::size_t root) override {
    std::vector<std::string> files = roots_[root].linked;
    files.push_back(roots_[root].path);
    for (const arm::Environment& environment : roots_[root].environments) {
      files.insert(files.end(), environment.parameter_files.begin(), environment.parameter_files.end());
    }
    std::ranges::sort(files);
    return files;
  }

  [[nodiscard]] std::string compiled_from(std::size_t root) override {
    return project_.compiled_from(roots_[root]);
  }

  [[nodiscard]] std::vector<std::string> environment_files(const Unit& unit) override {
    return environment(unit).parameter_files;
  }

  [[nodiscard]] Shapes evaluate(const Unit& unit, ValueStore& store) override {
    arm::Environment given = environment(unit);
    Shapes met;
    std::erase_if(given.parameter_files, [&](const std::string& file) {
      if (!bicep::is_parameter_file(file)) return false;
      bicep::Parameters read = bicep_files_.parameters(file, store);
      std::ranges::move(read.values, std::back_inserter(given.arguments));
      met = std::move(read.met);
      return true;
    });
    Shapes shapes = project_.evaluate(roots_[unit.root], given, store);
    if (met.events.empty() && met.left_out.empty()) return shapes;
    shapes.later = std::make_shared<LogWithParameters>(shapes.later, std::move(met));
    return shapes;
  }

 private:
  /// A parameter file in Bicep that names a template in JSON.
  static void add_environment(const std::string& file, arm::Root& root) {
    if (root.environments.front().parameter_files.empty()) root.environments.clear();
    std::string name = environment_name(file);
    const bool taken =
        std::ranges::find(root.environments, name, &arm::Environment::name) != root.environments.end();
    root.environments.push_back({taken ? file : std::move(name), {file}});
  }

  [[nodiscard]] const arm::Environment& environment(const Unit& unit) const {
    const auto& all = roots_[unit.root].environments;
    const auto found = std::ranges::find(all, unit.environment, &arm::Environment::name);
    SMTPLINT_ASSERT(found != all.end());
    return *found;
  }

  arm::Project project_;
  bicep::Project bicep_files_;  ///< parameter files in Bicep
  std::vector<arm::Root> roots_;
  std::vector<RootInfo> infos_;
};

}  // namespace

std::unique_ptr<Language> open_arm(LanguageInput input) { return std::make_unique<ArmLanguage>(input); }

std::vector<Span> arm_comments(const Source& source) {
  const auto tree = json::parse(source.text());
  return {tree->comments().begin(), tree->comments().end()};
}

}  // namespace smtplint::engine
