#include "engine/languages/bicep_language.h"

#include <algorithm>

#include "base/path.h"
#include "engine/languages/limits.h"
#include "engine/languages/template_language.h"
#include "engine/workspace/named_environment.h"
#include "engine/workspace/path_filter.h"
#include "frontend/arm/arm.h"
#include "frontend/bicep/bicep.h"
#include "syntax/bicep/tree.h"

namespace smtplint::engine {
namespace {

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

class BicepLanguage final : public TemplateLanguage {
 public:
  explicit BicepLanguage(const LanguageInput& input)
      : templates_(input.files, input.sources, {}, evaluation_limits(input.limits)),
        project_(input.files, input.sources, input.paths, evaluation_limits(input.limits), input.cache,
                 wanted(input.request), {&templates_, input.request.module_cache}) {
    for (deployment::Root root : project_.roots()) {
      root.environments =
          environments_of(root.environments, input.request.parameter_files, [&](const std::string& file) {
            return !bicep::is_parameter_file(file) || project_.template_of(file) == root.path;
          });
      add(std::move(root));
    }
  }

  [[nodiscard]] Shapes evaluate(const Unit& unit, ValueStore& store) override {
    return project_.evaluate(root(unit.root), environment(unit), store);
  }

 private:
  arm::Project templates_;
  bicep::Project project_;
};

}  // namespace

std::unique_ptr<Language> open_bicep(LanguageInput input) { return std::make_unique<BicepLanguage>(input); }

std::vector<Span> bicep_comments(const Source& source, const syntax::ParseLimits& limits) {
  const auto tree = bicep::parse(source.text(), limits);
  return {tree->comments().begin(), tree->comments().end()};
}

}  // namespace smtplint::engine
