#include "engine/languages/template_language.h"

#include <algorithm>
#include <utility>

#include "base/assert.h"

namespace smtplint::engine {

std::vector<std::string> TemplateLanguage::files_of(std::size_t root) {
  std::vector<std::string> files = roots_[root].used;
  files.push_back(roots_[root].path);
  for (const deployment::Environment& environment : roots_[root].environments) {
    files.insert(files.end(), environment.parameter_files.begin(), environment.parameter_files.end());
  }
  std::ranges::sort(files);
  return files;
}

void TemplateLanguage::add(deployment::Root root) {
  RootInfo info{root.path, {}, root.named_elsewhere};
  for (const deployment::Environment& environment : root.environments)
    info.environments.push_back(environment.name);
  infos_.push_back(std::move(info));
  roots_.push_back(std::move(root));
}

const deployment::Environment& TemplateLanguage::environment(const Unit& unit) const {
  const auto& all = roots_[unit.root].environments;
  const auto found = std::ranges::find(all, unit.environment, &deployment::Environment::name);
  SMTPLINT_ASSERT(found != all.end());
  return *found;
}

}  // namespace smtplint::engine
