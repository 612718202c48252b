#pragma once

#include <string>
#include <vector>

#include "engine/languages/language.h"
#include "frontend/deployment/roots.h"

namespace smtplint::engine {

/// What the languages of templates share: roots whose environments are parameter files.
class TemplateLanguage : public Language {
 public:
  [[nodiscard]] const std::vector<RootInfo>& roots() override { return infos_; }
  [[nodiscard]] std::vector<std::string> files_of(std::size_t root) override;
  [[nodiscard]] std::vector<std::string> environment_files(const Unit& unit) override {
    return environment(unit).parameter_files;
  }

 protected:
  void add(deployment::Root root);
  [[nodiscard]] const deployment::Root& root(std::size_t index) const { return roots_[index]; }
  [[nodiscard]] const deployment::Environment& environment(const Unit& unit) const;

 private:
  std::vector<deployment::Root> roots_;
  std::vector<RootInfo> infos_;
};

}  // namespace smtplint::engine
