#include "frontend/arm/properties.h"

#include "base/letter_case.h"

namespace smtplint::arm {
namespace {

class TemplateProperties final : public Properties {
 public:
  TemplateProperties(std::shared_ptr<Evaluation> evaluation, const json::Node& node, Frame frame, Value name,
                     Value parent)
      : evaluation_(std::move(evaluation)),
        node_(node),
        frame_(std::move(frame)),
        name_(name),
        parent_(parent) {}

  [[nodiscard]] Value get(std::string_view name) const override;
  [[nodiscard]] std::vector<std::string_view> names() const override;
  [[nodiscard]] Place name_place(std::string_view name) const override;

 private:
  std::shared_ptr<Evaluation> evaluation_;
  const json::Node& node_;
  Frame frame_;
  Value name_;
  Value parent_;
  mutable std::unordered_map<const json::Node*, Value> read_;
};

Value TemplateProperties::get(std::string_view name) const {
  if (equal_ignoring_case(name, "name")) return name_;
  if (equal_ignoring_case(name, "parent_id")) return parent_;
  const json::Member* found = member(&node_, name);
  if (found == nullptr) return {};
  const auto [known, added] = read_.try_emplace(found->value);
  if (added) known->second = evaluation_->evaluator.evaluate(*found->value, frame_);
  return read_.find(found->value)->second;
}

std::vector<std::string_view> TemplateProperties::names() const {
  std::vector<std::string_view> names{"parent_id"};
  for (const json::Member& member : node_.members) {
    const bool nested = equal_ignoring_case(member.name, "resources");
    if (!nested) names.push_back(member.name);
  }
  return names;
}

Place TemplateProperties::name_place(std::string_view name) const {
  const json::Member* found = member(&node_, name);
  return found == nullptr ? Place{} : evaluation_->deployment.place(*frame_.own, found->name_span);
}

}  // namespace

std::shared_ptr<const Properties> properties_of(Evaluation& evaluation, const json::Node& node, Frame frame,
                                                Value name, Value parent) {
  return std::make_shared<TemplateProperties>(evaluation.shared_from_this(), node, std::move(frame), name,
                                              parent);
}

}  // namespace smtplint::arm
