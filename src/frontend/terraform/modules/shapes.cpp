#include <string>
#include <utility>

#include "frontend/azapi.h"
#include "frontend/terraform/evaluation/evaluation.h"

namespace smtplint::terraform {
namespace {

class ShapeWriter {
 public:
  explicit ShapeWriter(Evaluation& evaluation) : evaluation_(evaluation) {}

  /// Modules are at most so deep in each other as the limit for their depth allows.
  void add_module(ModuleInstance& module) {
    modules_.push_back(&module);
    for (const ProviderDeclaration& provider : module.source->providers) add_provider(module, provider);
    for (std::uint32_t i = 0; i < module.source->resources.size(); ++i) {
      for (Instance* instance : evaluation_.modules.resources(module, i).instances) {
        add_resource(module, module.source->resources[i], *instance);
      }
    }
    for (std::uint32_t i = 0; i < module.source->calls.size(); ++i) {
      for (ModuleInstance* called : evaluation_.modules.calls(module, i).instances) {
        if (called->source == nullptr) {
          add_unresolved(module, module.source->calls[i], *called);
        } else {
          add_module(*called);
        }
      }
    }
  }

  [[nodiscard]] Shapes take() {
    shapes_.outputs = [evaluation = evaluation_.shared_from_this(), modules = std::move(modules_)] {
      std::vector<Output> outputs;
      for (ModuleInstance* module : modules) add_outputs(*evaluation, *module, outputs);
      return outputs;
    };
    return std::move(shapes_);
  }

 private:
  static void add_outputs(Evaluation& evaluation, ModuleInstance& module, std::vector<Output>& outputs) {
    const bool of_root = module.address.empty();
    const std::string prefix = of_root ? "output" : std::string(module.address);
    for (std::uint32_t i = 0; i < module.source->outputs.size(); ++i) {
      outputs.push_back({prefix + "." + std::string(module.source->outputs[i].name),
                         evaluation.modules.output(module, i), of_root});
    }
  }

  [[nodiscard]] Resource made_of(const ModuleInstance& module, const Configured& configured,
                                 Instance& instance) const {
    Resource resource;
    resource.address = instance.address;
    resource.name = configured.name;
    resource.module_path = module.address;
    resource.existence = within(module.existence, instance.key.existence);
    resource.place = configured.place;
    resource.properties = properties_of(evaluation_, instance);
    return resource;
  }

  void add_provider(ModuleInstance& module, const ProviderDeclaration& provider) {
    Instance& instance =
        evaluation_.modules.single_instance(module, provider, provider_address(module, provider));
    Resource resource = made_of(module, provider, instance);
    resource.type = "provider." + std::string(provider.name);
    if (!provider.type.empty()) resource.name = provider.type;
    shapes_.resources.push_back(std::move(resource));
  }

  void add_resource(const ModuleInstance& module, const ResourceDeclaration& declaration,
                    Instance& instance) {
    Resource resource = made_of(module, declaration, instance);
    resource.type = declaration.type;
    if (declaration.mode == Mode::data) resource.type.insert(0, "data.");
    resource.provider = evaluation_.providers.of(module, declaration);
    express_as_arm(resource, evaluation_.deployment.store, json_reader());
    shapes_.resources.push_back(std::move(resource));
  }

  void add_unresolved(const ModuleInstance& module, const CallDeclaration& call, ModuleInstance& called) {
    Resource resource = made_of(module, call, *called.call);
    resource.type = "module";
    resource.source = call.source;
    shapes_.resources.push_back(std::move(resource));
  }

  [[nodiscard]] JsonReader json_reader() {
    return [evaluation = evaluation_.shared_from_this()](Value text, Place place) {
      return evaluation->modules.evaluator().call_named("jsondecode", {&text, 1}, place);
    };
  }

  Evaluation& evaluation_;
  Shapes shapes_;
  std::vector<ModuleInstance*> modules_;
};

class DeploymentLog final : public EvaluationLog {
 public:
  explicit DeploymentLog(std::shared_ptr<const Evaluation> evaluation) : evaluation_(std::move(evaluation)) {}

  [[nodiscard]] Met met() const override { return evaluation_->deployment.met; }

 private:
  std::shared_ptr<const Evaluation> evaluation_;
};

}  // namespace

Shapes shapes_of(Evaluation& evaluation, const ModuleSource& root) {
  ShapeWriter writer(evaluation);
  writer.add_module(evaluation.modules.make_root(root));
  Shapes shapes = writer.take();
  shapes.add(evaluation.deployment.met);
  shapes.later = std::make_shared<DeploymentLog>(evaluation.shared_from_this());
  return shapes;
}

}  // namespace smtplint::terraform
