#include "engine/languages/terraform_language.h"

#include <algorithm>
#include <iterator>
#include <map>

#include "engine/languages/limits.h"
#include "engine/workspace/named_environment.h"
#include "frontend/terraform/evaluation/functions.h"
#include "frontend/terraform/terraform.h"
#include "syntax/hcl/tree.h"
#include "value/budget.h"

namespace smtplint::engine {
namespace {

class TerraformLanguage final : public Language {
 public:
  explicit TerraformLanguage(LanguageInput input)
      : project_(input.files, input.sources, std::move(input.paths), evaluation_limits(input.limits),
                 &input.cache),
        variables_{input.request.variables} {
    for (terraform::Root& root : project_.roots()) {
      root.environments = environments_of(root.environments, input.request.variable_files);
      RootInfo info{root.folder, {}};
      for (const auto& environment : root.environments) info.environments.push_back(environment.name);
      infos_.push_back(std::move(info));
      roots_.push_back(std::move(root));
    }
  }

  [[nodiscard]] const std::vector<RootInfo>& roots() override { return infos_; }

  [[nodiscard]] std::vector<std::string> files_of(std::size_t root) override {
    std::vector<std::string> files = project_.files_of(roots_[root]);
    for (const auto& environment : roots_[root].environments) {
      files.insert(files.end(), environment.variable_files.begin(), environment.variable_files.end());
    }
    std::ranges::sort(files);
    files.erase(std::unique(files.begin(), files.end()), files.end());
    return files;
  }

  [[nodiscard]] std::vector<std::string> declared(std::size_t root) override {
    std::optional<std::vector<std::string>>& known = declared_[root];
    if (!known) known = project_.declared(roots_[root]);
    return *known;
  }
  [[nodiscard]] bool reads_fetched_modules(std::size_t root) override {
    return project_.calls_remote_modules(roots_[root]);
  }
  [[nodiscard]] std::vector<std::string> environment_files(const Unit& unit) override {
    return environment(unit).variable_files;
  }

  [[nodiscard]] std::optional<std::vector<std::string>> variables() override {
    std::vector<std::string> all;
    for (const terraform::Root& root : roots_) {
      auto own = project_.variables_of(root);
      if (!own) return std::nullopt;
      std::ranges::move(*own, std::back_inserter(all));
    }
    return all;
  }

  [[nodiscard]] Shapes evaluate(const Unit& unit, ValueStore& store) override {
    return project_.evaluate(roots_[unit.root], environment(unit), variables_, store);
  }

 private:
  [[nodiscard]] const terraform::Environment& environment(const Unit& unit) const {
    const auto& all = roots_[unit.root].environments;
    const auto found = std::ranges::find(all, unit.environment, &terraform::Environment::name);
    SMTPLINT_ASSERT(found != all.end());
    return *found;
  }

  terraform::Project project_;
  terraform::Variables variables_;
  std::vector<terraform::Root> roots_;
  std::map<std::size_t, std::optional<std::vector<std::string>>> declared_;  ///< by each plan compared
  std::vector<RootInfo> infos_;
};

}  // namespace

std::unique_ptr<Language> open_terraform(LanguageInput input) {
  return std::make_unique<TerraformLanguage>(std::move(input));
}

std::vector<Span> terraform_comments(const Source& source, const syntax::ParseLimits& limits) {
  if (source.path().ends_with(".json")) return {};
  const auto tree = hcl::parse_file(source.text(), limits);
  std::vector<Span> spans;
  for (const hcl::Comment& comment : tree->comments()) spans.push_back(comment.span);
  return spans;
}

lowering::Decoders decoders(const knowledge::Limits& limits, ValueStore& store) {
  const auto read_json = [given = evaluation_limits(limits), &store](Value text) {
    Budget budget(given.evaluation_steps);
    Conditions conditions;
    const Place place = store.provenance().step(text.provenance()).place;
    terraform::CallContext context{store, given, budget, conditions, place, {}, {}, {}, {}, {}, {}};
    return terraform::call_function("jsondecode", {&text, 1}, context);
  };
  return {read_json};
}

}  // namespace smtplint::engine
