#include <algorithm>
#include <array>

#include "base/letter_case.h"
#include "frontend/bicep/resources.h"

namespace smtplint::bicep {
namespace {

/// Keys of a resource that say where it stands, and are no properties of it.
constexpr std::array<std::string_view, 3> placing = {"parent", "scope", "dependsOn"};

class WrittenProperties final : public Properties {
 public:
  WrittenProperties(std::shared_ptr<Evaluation> evaluation, const Instance& instance, const Expr* object)
      : evaluation_(std::move(evaluation)), instance_(instance), object_(object) {
    const bool spreads = object != nullptr && std::ranges::any_of(object->items, [](const ObjectItem& item) {
                           return item.key == nullptr;
                         });
    if (spreads) whole_ = evaluation_->evaluator.evaluate(*object, instance.frame);
  }

  [[nodiscard]] Value get(std::string_view name) const override;
  [[nodiscard]] std::vector<std::string_view> names() const override;
  [[nodiscard]] Place name_place(std::string_view name) const override;

 private:
  [[nodiscard]] bool is_resource() const { return instance_.statement->kind == StatementKind::resource; }
  [[nodiscard]] const Document& document() const { return *instance_.frame.own->document; }
  [[nodiscard]] const ObjectItem* item(std::string_view name) const;

  std::shared_ptr<Evaluation> evaluation_;
  const Instance& instance_;
  const Expr* object_;
  Value whole_;  ///< where other objects are spread into this one
  mutable std::unordered_map<const Expr*, Value> read_;
};

const ObjectItem* WrittenProperties::item(std::string_view name) const {
  if (object_ == nullptr) return nullptr;
  for (const ObjectItem& one : object_->items) {
    const auto key = one.key == nullptr ? std::nullopt : plain_text(document().text, *one.key);
    if (key && equal_ignoring_case(*key, name)) return &one;
  }
  return nullptr;
}

Value WrittenProperties::get(std::string_view name) const {
  if (is_resource() && equal_ignoring_case(name, "name")) return instance_.names.back();
  if (is_resource() && equal_ignoring_case(name, "parent_id"))
    return evaluation_->evaluator.parent_id(instance_);
  if (!whole_.is_absent()) return whole_.is_mapping() ? whole_.find_ignoring_case(name) : whole_;
  const ObjectItem* found = item(name);
  if (found == nullptr) return {};
  const auto [known, added] = read_.try_emplace(found->value);
  if (added) known->second = evaluation_->evaluator.evaluate(*found->value, instance_.frame);
  return read_.find(found->value)->second;
}

std::vector<std::string_view> WrittenProperties::names() const {
  std::vector<std::string_view> names;
  if (is_resource()) names.emplace_back("parent_id");
  if (whole_.is_mapping()) {
    for (const Entry& entry : whole_.entries()) names.push_back(entry.key);
    return names;
  }
  if (object_ == nullptr) return names;
  for (const ObjectItem& one : object_->items) {
    const std::string_view key = one.key == nullptr ? std::string_view() : document().slice(one.key->span);
    const bool places = is_resource() && std::ranges::find(placing, key) != placing.end();
    if (!key.empty() && !places) names.push_back(key);
  }
  return names;
}

Place WrittenProperties::name_place(std::string_view name) const {
  const ObjectItem* found = item(name);
  return found == nullptr ? Place{} : document().place(found->key->span);
}

}  // namespace

std::shared_ptr<const Properties> properties_of(Evaluation& evaluation, const Instance& instance) {
  const Expr* object = instance.body;
  if (instance.statement->kind == StatementKind::module) {
    const ObjectItem* params = item_of(*instance.frame.own->document, instance.body, "params");
    object = params == nullptr ? nullptr : params->value;
  }
  return std::make_shared<WrittenProperties>(evaluation.shared_from_this(), instance, object);
}

}  // namespace smtplint::bicep
