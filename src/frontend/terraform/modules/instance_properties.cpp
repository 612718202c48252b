#include "frontend/terraform/evaluation/evaluation.h"
#include "frontend/terraform/evaluation/value_parts.h"

namespace smtplint::terraform {
namespace {

/// `ignore_changes = [tags]` as the texts of what it names: they are no references.
Value ignored_changes(Deployment& deployment, const BlockRef& lifecycle) {
  const hcl::Attribute* ignored = lifecycle.block->body.attribute("ignore_changes");
  std::vector<Value> names;
  const auto add = [&](const hcl::Expr& expr) {
    std::string text;
    if (!literal_text(*lifecycle.document, expr, text)) text = lifecycle.document->slice(expr.span);
    const Place place = lifecycle.document->place(expr.span);
    names.push_back(deployment.store.string(text, deployment.store.step(How::literal, place)));
  };
  if (ignored != nullptr && ignored->value != nullptr && ignored->value->kind == hcl::ExprKind::tuple) {
    for (const hcl::Expr* child : ignored->value->children) add(*child);
  } else if (ignored != nullptr && ignored->value != nullptr) {
    add(*ignored->value);
  }
  return deployment.store.sequence(ValueType::list, names);
}

class InstanceProperties final : public Properties {
 public:
  InstanceProperties(std::shared_ptr<Evaluation> evaluation, Instance& instance)
      : evaluation_(std::move(evaluation)), instance_(instance) {}

  [[nodiscard]] Value get(std::string_view name) const override {
    const int index = instance_.configured->property_index(name);
    if (index >= 0) return evaluation_->modules.property(instance_, static_cast<std::uint32_t>(index));
    return name == "lifecycle" ? lifecycle() : Value{};
  }

  [[nodiscard]] std::vector<std::string_view> names() const override {
    std::vector<std::string_view> names;
    for (const Property& property : instance_.configured->properties) names.push_back(property.name);
    return names;
  }

  [[nodiscard]] Place name_place(std::string_view name) const override {
    const int index = instance_.configured->property_index(name);
    return index < 0 ? Place{} : instance_.configured->properties[static_cast<std::size_t>(index)].place;
  }

 private:
  [[nodiscard]] Value lifecycle() const {
    ValueStore& store = evaluation_->deployment.store;
    for (const BlockRef& block : instance_.configured->blocks) {
      if (block.block->type != "lifecycle") continue;
      const Value ignored = ignored_changes(evaluation_->deployment, block);
      const ProvenanceId origin = store.step(How::literal, block.header_place());
      const Value object = store.mapping(ValueType::object, {{"ignore_changes", ignored, {}}}, origin);
      return store.sequence(ValueType::list, {object}, origin);
    }
    return {};
  }

  std::shared_ptr<Evaluation> evaluation_;
  Instance& instance_;
};

}  // namespace

std::shared_ptr<const Properties> properties_of(Evaluation& evaluation, Instance& instance) {
  return std::make_shared<InstanceProperties>(evaluation.shared_from_this(), instance);
}

}  // namespace smtplint::terraform
