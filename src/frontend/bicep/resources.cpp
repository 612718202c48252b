#include "frontend/bicep/resources.h"

#include <algorithm>
#include <iterator>

namespace smtplint::bicep {
namespace {

class ShapeWriter {
 public:
  explicit ShapeWriter(Evaluation& evaluation) : evaluation_(evaluation) {}

  /// Names first: what refers to a resource has to know that it is declared.
  void add(Module& module) {
    modules_.push_back(&module);
    std::vector<const Instance*> resources;
    std::vector<const Instance*> modules;
    for (const Statement& statement : module.document->tree->statements()) {
      if (statement.kind == StatementKind::resource) collect(statement, module, nullptr, resources);
      if (statement.kind != StatementKind::module) continue;
      for (const Instance* one : evaluation_.evaluator.instances(statement, module).all)
        modules.push_back(one);
    }
    // What names were made of may have to do with resources that were not yet known to be declared.
    module.values.clear();
    for (const Instance* one : resources) write(*one);
    for (const Instance* one : modules) {
      if (one->existence.truth == Truth::no) continue;
      if (one->module != nullptr) {
        add(*one->module);
      } else if (const deployment::TemplateOutcome* used = evaluation_.evaluator.outcome(*one)) {
        std::ranges::copy(used->shapes.resources, std::back_inserter(shapes_.resources));
        if (used->shapes.outputs) templates_.push_back(used->shapes.outputs);
      } else {
        write(*one);
      }
    }
  }

  [[nodiscard]] Shapes take() {
    shapes_.outputs = [evaluation = evaluation_.shared_from_this(), modules = std::move(modules_),
                       templates = std::move(templates_)] {
      std::vector<Output> outputs;
      for (Module* module : modules) add_outputs(*evaluation, *module, outputs);
      for (const auto& template_outputs : templates) {
        for (const Output& one : template_outputs()) outputs.push_back({one.name, one.value, false});
      }
      return outputs;
    };
    return std::move(shapes_);
  }

 private:
  static void add_outputs(Evaluation& evaluation, Module& module, std::vector<Output>& outputs) {
    const bool of_root = module.address.empty();
    const std::string prefix = of_root ? "output" : module.address + ".outputs";
    for (const Statement& statement : module.document->tree->statements()) {
      if (statement.kind != StatementKind::output) continue;
      const Place place = module.document->place(statement.name_span);
      outputs.push_back({prefix + "." + std::string(statement.name),
                         evaluation.evaluator.output(statement, module, place), of_root});
    }
  }

  void collect(const Statement& statement, Module& module, const Instance* around,
               std::vector<const Instance*>& resources) {
    for (const Instance* one : evaluation_.evaluator.instances(statement, module, around).all) {
      if (one->existence.truth == Truth::no) continue;
      if (!one->existing) {
        module.declared.add(one->type, one->names, one->address);
        resources.push_back(one);
      }
      if (one->body == nullptr) continue;
      for (const Statement& nested : one->body->resources) collect(nested, module, one, resources);
    }
  }

  void write(const Instance& instance) {
    const bool is_resource = instance.statement->kind == StatementKind::resource;
    Resource resource;
    resource.address = instance.address;
    resource.type = is_resource ? instance.type : "module";
    resource.api_version = instance.api_version;
    resource.name = instance.address.substr(instance.address.rfind('/') + 1);
    resource.module_path = instance.frame.own->address;
    resource.source = instance.source;
    resource.dialect = Dialect::arm;
    resource.existence = instance.existence;
    resource.place = instance.frame.own->document->place(instance.statement->header);
    resource.properties = properties_of(evaluation_, instance);
    shapes_.resources.push_back(std::move(resource));
  }

  Evaluation& evaluation_;
  Shapes shapes_;
  std::vector<Module*> modules_;
  std::vector<std::function<std::vector<Output>()>> templates_;
};

/// With what modules in other languages meet.
class TemplateLog final : public EvaluationLog {
 public:
  explicit TemplateLog(std::shared_ptr<const Evaluation> evaluation) : evaluation_(std::move(evaluation)) {}

  [[nodiscard]] Met met() const override {
    Met all = evaluation_->deployment.met;
    for (const auto& [use, outcome] : evaluation_->deployment.templates) {
      if (outcome.shapes.later != nullptr) all.add(outcome.shapes.later->met());
    }
    return all;
  }

 private:
  std::shared_ptr<const Evaluation> evaluation_;
};

}  // namespace

Shapes shapes_of(Evaluation& evaluation, Module& root) {
  ShapeWriter writer(evaluation);
  writer.add(root);
  Shapes shapes = writer.take();
  shapes.add(evaluation.deployment.met);
  shapes.later = std::make_shared<TemplateLog>(evaluation.shared_from_this());
  return shapes;
}

}  // namespace smtplint::bicep
