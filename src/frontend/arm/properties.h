#pragma once

#include <memory>

#include "frontend/arm/resources.h"
#include "resource/resource.h"

namespace smtplint::arm {

/// A resource of a template; its properties are evaluated when they are asked for.
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

}  // namespace smtplint::arm
