#include "frontend/arm/shapes.h"

#include <map>
#include <utility>

namespace smtplint::arm {
namespace {

class TemplateLog final : public EvaluationLog {
 public:
  explicit TemplateLog(std::shared_ptr<const Evaluation> evaluation) : evaluation_(std::move(evaluation)) {}

  [[nodiscard]] Met met() const override { return evaluation_->deployment.met; }

 private:
  std::shared_ptr<const Evaluation> evaluation_;
};

/// Deployments are at most so deep in each other as the limit for their depth allows.
void add_outputs(Evaluation& evaluation, Template& used, bool of_root, std::vector<Output>& outputs) {
  const std::string prefix = of_root ? "output" : used.address + ".outputs";
  const Value all = evaluation.evaluator.outputs(used);
  if (all.is_mapping()) {
    for (const Entry& entry : all.entries())
      outputs.push_back({prefix + "." + std::string(entry.key), entry.value, of_root});
  }
  const std::map<std::string, Template*> nested(used.deployments.begin(), used.deployments.end());
  for (const auto& [address, inner] : nested) add_outputs(evaluation, *inner, false, outputs);
}

}  // namespace

Shapes shapes_of(Evaluation& evaluation, Template& root) {
  Shapes shapes = resources_of(evaluation, root);
  shapes.outputs = [own = evaluation.shared_from_this(), &root] {
    std::vector<Output> outputs;
    add_outputs(*own, root, true, outputs);
    return outputs;
  };
  shapes.add(evaluation.deployment.met);
  shapes.later = std::make_shared<TemplateLog>(evaluation.shared_from_this());
  return shapes;
}

}  // namespace smtplint::arm
