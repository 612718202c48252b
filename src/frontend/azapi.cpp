#include "frontend/azapi.h"

#include <algorithm>
#include <array>
#include <utility>

namespace smtplint {
namespace {

constexpr std::array<std::string_view, 2> arm_types{"azapi_resource", "azapi_update_resource"};
/// What stands beside the body, under the names that the provider gives it.
constexpr std::array<std::string_view, 7> own_arguments{"name",     "parent_id", "resource_id", "location",
                                                        "identity", "tags",      "provisioner"};
constexpr std::array<std::string_view, 2> bodies{"body", "sensitive_body"};

bool is_own_argument(std::string_view name) {
  return std::ranges::find(own_arguments, name) != own_arguments.end();
}

class ArmProperties final : public Properties {
 public:
  ArmProperties(std::shared_ptr<const Properties> written, ValueStore& store, JsonReader read_json)
      : written_(std::move(written)), store_(store), read_json_(std::move(read_json)) {}

  [[nodiscard]] Value get(std::string_view name) const override {
    if (is_own_argument(name) && !written_->get(name).is_unset()) return written_->get(name);
    for (const std::string_view body_name : bodies) {
      const Value body = body_of(body_name);
      if (body.is_unset()) continue;
      if (!body.is_mapping()) return store_.unknown(reason_of(body, body_name), body.provenance());
      const Value found = body.find_ignoring_case(name);
      if (!found.is_absent()) return sensitive_in(body_name, found);
      if (body.rest() != nullptr) return store_.unknown(body.rest());
    }
    return {};
  }

  [[nodiscard]] std::vector<std::string_view> names() const override {
    std::vector<std::string_view> names;
    for (const std::string_view name : own_arguments) {
      if (written_->name_place(name).known()) names.push_back(name);
    }
    for (const std::string_view body_name : bodies) {
      const Value body = body_of(body_name);
      if (!body.is_mapping()) continue;
      for (const Entry& entry : body.entries()) {
        if (std::ranges::find(names, entry.key) == names.end()) names.push_back(entry.key);
      }
    }
    return names;
  }

  [[nodiscard]] Place name_place(std::string_view name) const override {
    if (is_own_argument(name) && written_->name_place(name).known()) return written_->name_place(name);
    for (const std::string_view body_name : bodies) {
      const Value body = body_of(body_name);
      if (!body.is_mapping()) continue;
      for (const Entry& entry : body.entries()) {
        if (entry.key == name) return entry.key_place;
      }
    }
    return {};
  }

 private:
  /// A body that is no object hides what is in it.
  [[nodiscard]] const Reason* reason_of(Value body, std::string_view name) const {
    if (body.is_unknown()) return &body.reason();
    const std::string_view what = body.is(ValueType::reference) ? body.reference().address : name;
    return store_.reason(ReasonKind::runtime_only, what, written_->name_place(name));
  }

  [[nodiscard]] Value sensitive_in(std::string_view body_name, Value value) const {
    return body_name == bodies[1] ? store_.as_sensitive(value) : value;
  }

  /// An object, also where it is written as JSON text.
  [[nodiscard]] Value body_of(std::string_view name) const {
    const Value body = written_->get(name);
    if (!body.is(ValueType::string)) return body;
    return read_json_(body, written_->name_place(name));
  }

  std::shared_ptr<const Properties> written_;
  ValueStore& store_;
  JsonReader read_json_;
};

}  // namespace

void express_as_arm(Resource& resource, ValueStore& store, JsonReader read_json) {
  if (std::ranges::find(arm_types, resource.type) == arm_types.end()) return;
  const Value type = resource.properties->get("type");
  if (!type.is(ValueType::string)) return;
  const std::string_view text = type.text().chars;
  const std::size_t at = text.find('@');
  const std::string_view name = text.substr(0, at);
  if (name.find(hole_text) != std::string_view::npos) return;
  resource.dialect = Dialect::arm;
  resource.type = name;
  if (at != std::string_view::npos && text.find(hole_text, at) == std::string_view::npos) {
    resource.api_version = text.substr(at + 1);
  }
  resource.properties = std::make_shared<ArmProperties>(resource.properties, store, std::move(read_json));
}

}  // namespace smtplint
