#include "engine/languages/arm_language.h"

#include <map>

#include "engine/languages/limits.h"
#include "engine/languages/template_language.h"
#include "engine/workspace/named_environment.h"
#include "frontend/arm/arm.h"
#include "frontend/bicep/bicep.h"
#include "syntax/json/tree.h"

namespace smtplint::engine {

namespace {

/// What a template meets, after what its parameter files in Bicep met.
class LogWithParameters final : public EvaluationLog {
 public:
  LogWithParameters(std::shared_ptr<const EvaluationLog> log, Met parameters)
      : log_(std::move(log)), parameters_(std::move(parameters)) {}

  [[nodiscard]] Met met() const override {
    Met all = parameters_;
    if (log_ != nullptr) all.add(log_->met());
    return all;
  }

 private:
  std::shared_ptr<const EvaluationLog> log_;
  Met parameters_;
};

class ArmLanguage final : public TemplateLanguage {
 public:
  explicit ArmLanguage(const LanguageInput& input)
      : project_(input.files, input.sources, input.paths, evaluation_limits(input.limits)),
        bicep_files_(input.files, input.sources, {}, evaluation_limits(input.limits), input.cache) {
    std::map<std::string, std::vector<std::string>> in_bicep;  // parameter files, by their templates
    for (const std::string& file : input.workspace) {
      if (bicep::is_parameter_file(file)) in_bicep[bicep_files_.template_of(file)].push_back(file);
    }
    for (deployment::Root root : project_.roots()) {
      std::vector<std::string> files;
      for (const deployment::Environment& one : root.environments)
        files.insert(files.end(), one.parameter_files.begin(), one.parameter_files.end());
      const std::vector<std::string>& own = in_bicep[root.path];
      files.insert(files.end(), own.begin(), own.end());
      root.environments = environments_of(
          deployment::environments_of(files), input.request.parameter_files, [&](const std::string& file) {
            return !bicep::is_parameter_file(file) || bicep_files_.template_of(file) == root.path;
          });
      add(std::move(root));
    }
  }

  [[nodiscard]] std::string compiled_from(std::size_t root) override {
    return project_.compiled_from(this->root(root));
  }

  [[nodiscard]] Shapes evaluate(const Unit& unit, ValueStore& store) override {
    deployment::Environment given = environment(unit);
    Met met;
    std::erase_if(given.parameter_files, [&](const std::string& file) {
      if (!bicep::is_parameter_file(file)) return false;
      bicep::Parameters read = bicep_files_.parameters(file, store);
      std::ranges::move(read.values, std::back_inserter(given.arguments));
      met = std::move(read.met);
      return true;
    });
    Shapes shapes = project_.evaluate(root(unit.root), given, store);
    if (met.events.empty() && met.left_out.empty()) return shapes;
    shapes.later = std::make_shared<LogWithParameters>(shapes.later, std::move(met));
    return shapes;
  }

 private:
  arm::Project project_;
  bicep::Project bicep_files_;  ///< parameter files in Bicep
};

}  // namespace

std::unique_ptr<Language> open_arm(LanguageInput input) { return std::make_unique<ArmLanguage>(input); }

std::vector<Span> arm_comments(const Source& source, const syntax::ParseLimits& limits) {
  const auto tree = json::parse(source.text(), limits);
  return {tree->comments().begin(), tree->comments().end()};
}

}  // namespace smtplint::engine
