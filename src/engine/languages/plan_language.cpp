#include "engine/languages/plan_language.h"

#include "engine/languages/terraform_language.h"
#include "frontend/tfplan/tfplan.h"

namespace smtplint::engine {
namespace {

class PlanLanguage final : public Language {
 public:
  explicit PlanLanguage(const LanguageInput& input)
      : limits_(input.limits),
        plans_(input.files, input.sources, input.paths,
               {.file_bytes = limits_.plan_bytes, .nesting = limits_.nesting}) {
    for (const std::string& path : plans_.paths()) roots_.push_back({path, {""}});
  }

  [[nodiscard]] const std::vector<RootInfo>& roots() override { return roots_; }
  [[nodiscard]] std::vector<std::string> files_of(std::size_t root) override { return {roots_[root].name}; }
  [[nodiscard]] std::vector<std::string> declared(std::size_t root) override { return plans_.declared(root); }

  [[nodiscard]] Shapes evaluate(const Unit& unit, ValueStore& store) override {
    const auto read_json = [decoder = decoders(limits_, store)](Value text, Place) {
      return decoder.json(text);
    };
    return plans_.evaluate(unit.root, store, read_json);
  }

 private:
  const knowledge::Limits& limits_;
  tfplan::Plans plans_;
  std::vector<RootInfo> roots_;
};

}  // namespace

std::unique_ptr<Language> open_plans(LanguageInput input) { return std::make_unique<PlanLanguage>(input); }

}  // namespace smtplint::engine
